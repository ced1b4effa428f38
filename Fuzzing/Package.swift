// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users of the library never build the fuzzers. `run` adds the flags
// by which the library itself is instrumented; without them a fuzzer would find its way blindly.
let package = Package(
  name: "SteelyardFuzzing",
  dependencies: [.package(name: "Steelyard", path: "..")],
  targets: [
    .target(name: "CLibFuzzer"),
    // What the fuzzers feed is what the tests feed: the same files, by a symbolic link.
    .target(
      name: "FuzzedReaders",
      dependencies: [
        .product(name: "AHP", package: "Steelyard"),
        .product(name: "Scorecard", package: "Steelyard"),
        .product(name: "SeededRandom", package: "Steelyard"),
      ],
      path: "Sources/TestSupport"),
    .target(name: "FuzzDriver", dependencies: ["CLibFuzzer", "FuzzedReaders"]),
  ]
    + ["fuzz-tables", "fuzz-policy", "fuzz-judgements"].map { name in
      .executableTarget(
        name: name, dependencies: ["FuzzDriver", "FuzzedReaders"],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
    },
  swiftLanguageModes: [.v6]
)
