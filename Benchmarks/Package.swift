// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "inclusion-atlas", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        .product(name: "SpatialStatistics", package: "inclusion-atlas"),
        .product(name: "CompositeIndex", package: "inclusion-atlas"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
