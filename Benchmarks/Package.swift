// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users of the library never build the benchmark harness.
let package = Package(
  name: "SteelyardBenchmarks",
  dependencies: [
    .package(name: "Steelyard", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Kernels",
      dependencies: [
        .product(name: "AHP", package: "Steelyard"),
        .product(name: "Scorecard", package: "Steelyard"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Kernels",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "PriorityRates",
      dependencies: [
        .product(name: "AHP", package: "Steelyard"),
        .product(name: "SeededRandom", package: "Steelyard"),
      ]),
    .executableTarget(
      name: "DrawRates",
      dependencies: [
        .product(name: "PolicyAnalysis", package: "Steelyard"),
        .product(name: "Scorecard", package: "Steelyard"),
        .product(name: "SeededRandom", package: "Steelyard"),
      ]),
    .executableTarget(
      name: "Throughput",
      dependencies: [.product(name: "Scorecard", package: "Steelyard")]),
  ],
  swiftLanguageModes: [.v6]
)
