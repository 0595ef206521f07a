// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: house)
}

let package = Package(
  name: "inclusion-atlas",
  products: [
    .executable(name: "inclusion-atlas", targets: ["inclusion-atlas"]),
    .library(name: "SpatialStatistics", targets: ["SpatialStatistics", "Geography"]),
    .library(name: "CompositeIndex", targets: ["CompositeIndex", "Indicators"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CLinux"),
    library("Diagnostics", []),
    library("Geography", ["Diagnostics", "Resampling"]),
    library("GDALAccess", ["CGDAL", "Geography"]),
    library("Indicators", ["Geography"]),
    library("Resampling", []),
    library("SpatialStatistics", ["Geography", "Resampling"]),
    library("CompositeIndex", ["Indicators", "Resampling"]),
    library("TextShaping", ["CHarfBuzz", "Diagnostics"]),
    library("Cartography", ["Geography", "TextShaping"]),
    library(
      "Publishing",
      [
        "GDALAccess", "Indicators", "SpatialStatistics", "CompositeIndex", "Cartography",
        "TextShaping", "Resampling",
      ]),
    library(
      "Pipelines",
      [
        "CLinux", "Publishing", "Resampling", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "inclusion-atlas",
      dependencies: [
        "Pipelines", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: house),
    .executableTarget(
      name: "tables-benchmark", dependencies: ["Indicators"], path: "Benchmarks/tables",
      swiftSettings: house),
    .executableTarget(
      name: "geography-benchmark", dependencies: ["GDALAccess", "Cartography"],
      path: "Benchmarks/geography",
      swiftSettings: house),
    .executableTarget(
      name: "files-benchmark", dependencies: ["Publishing"], path: "Benchmarks/files",
      swiftSettings: house),
    .executableTarget(
      name: "statistics-benchmark", dependencies: ["SpatialStatistics", "CompositeIndex"],
      path: "Benchmarks/statistics", exclude: ["ratios.py"], swiftSettings: house),
    tests("Diagnostics", []),
    tests("Geography", []),
    tests("GDALAccess", []),
    tests("Indicators", []),
    tests("Resampling", []),
    tests("SpatialStatistics", []),
    tests("CompositeIndex", []),
    tests("TextShaping", []),
    tests("Cartography", []),
    tests("Publishing", []),
    tests("Pipelines", []),
  ],
  swiftLanguageModes: [.v6]
)
