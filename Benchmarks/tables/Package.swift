// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "tables-benchmark",
  dependencies: [.package(name: "inclusion-atlas", path: "../..")],
  targets: [
    .executableTarget(
      name: "tables",
      dependencies: [.product(name: "Indicators", package: "inclusion-atlas")])
  ],
  swiftLanguageModes: [.v6]
)
