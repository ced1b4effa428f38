// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "weights",
  dependencies: [.package(name: "steelyard", path: "../..")],
  targets: [
    .executableTarget(
      name: "weights", dependencies: [.product(name: "AHP", package: "steelyard")], path: ".")
  ]
)
