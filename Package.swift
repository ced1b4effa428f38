// swift-tools-version: 6.1
import PackageDescription

// Arrows point only up: a target may depend on those written above it, and on no others.
// ARCHITECTURE.md draws the picture; Tests/Architecture holds both against the import lines.
let package = Package(
  name: "Steelyard",
  products: [
    .library(name: "AHP", targets: ["AHP"]),
    .library(
      name: "Scorecard",
      targets: ["ScorecardPolicy", "ScoringPlan", "ColumnStore", "ScoringEngine"]),
    .executable(name: "steelyard", targets: ["steelyard"]),
    .executable(name: "demo-bank", targets: ["DemoBank"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CLAPACK", linkerSettings: [.linkedLibrary("lapack"), .linkedLibrary("blas")]),
    .target(name: "Diagnostics"),
    .target(name: "DelimitedText"),
    .target(name: "LinearAlgebra", dependencies: ["CLAPACK"]),
    .target(name: "AHP", dependencies: ["LinearAlgebra", "Diagnostics", "DelimitedText"]),
    .target(
      name: "ScorecardPolicy",
      dependencies: ["AHP", "Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "ScoringPlan", dependencies: ["ScorecardPolicy"]),
    .target(name: "ColumnStore", dependencies: ["DelimitedText"]),
    .target(
      name: "ScoringEngine",
      dependencies: ["DelimitedText", "ScorecardPolicy", "ScoringPlan", "ColumnStore"]),
    .target(
      name: "PaperReproduction",
      dependencies: ["AHP", "ScorecardPolicy", "ScoringPlan"]),
    .executableTarget(name: "DemoBank"),
    .executableTarget(
      name: "steelyard",
      dependencies: [
        "Diagnostics", "AHP", "ScorecardPolicy", "ScoringPlan", "ColumnStore", "ScoringEngine",
        "PaperReproduction",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "TestSupport",
      dependencies: [
        "Diagnostics", "AHP", "ScorecardPolicy", "ScoringPlan", "ColumnStore", "ScoringEngine",
      ]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "TestSupport"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText", "TestSupport"]),
    .testTarget(name: "AHPTests", dependencies: ["AHP", "TestSupport"]),
    .testTarget(name: "ScorecardPolicyTests", dependencies: ["ScorecardPolicy", "TestSupport"]),
    .testTarget(name: "ScoringPlanTests", dependencies: ["ScoringPlan", "TestSupport"]),
    .testTarget(name: "ColumnStoreTests", dependencies: ["ColumnStore", "TestSupport"]),
    .testTarget(name: "ScoringEngineTests", dependencies: ["ScoringEngine", "TestSupport"]),
    .testTarget(name: "PaperReproductionTests", dependencies: ["PaperReproduction"]),
    .testTarget(name: "Conformance", dependencies: ["TestSupport"]),
    .testTarget(
      name: "Commands",
      dependencies: [
        "steelyard", "DemoBank", "ScorecardPolicy", "ScoringPlan", "ScoringEngine", "TestSupport",
      ]),
    .testTarget(name: "Architecture"),
  ],
  swiftLanguageModes: [.v6]
)
