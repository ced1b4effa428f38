// swift-tools-version: 6.1
import PackageDescription

// Arrows point only up: a target may depend on those written above it, and on no others.
// ARCHITECTURE.md draws the picture; Tests/Architecture holds both against the import lines.
let package = Package(
  name: "Steelyard",
  products: [
    .library(
      name: "AHP",
      targets: [
        "AHP", "JudgementRepair", "PriorityBatches", "Hierarchies", "JudgementUncertainty",
        "JudgementPanels",
      ]),
    .library(
      name: "Scorecard",
      targets: ["ScorecardPolicy", "ScoringPlan", "ColumnStore", "ScoringEngine"]),
    .library(name: "PolicyAnalysis", targets: ["PolicyAnalysis"]),
    .library(name: "SeededRandom", targets: ["SeededRandom"]),
    .executable(name: "steelyard", targets: ["steelyard"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .target(name: "CLAPACK", linkerSettings: [.linkedLibrary("lapack"), .linkedLibrary("blas")]),
    .target(name: "CPerron"),
    .target(name: "CDrawnRanks"),
    .target(name: "Diagnostics"),
    .target(name: "DelimitedText"),
    .target(name: "Calendars"),
    .target(name: "SeededRandom"),
    .target(name: "CCrypto", linkerSettings: [.linkedLibrary("crypto")]),
    .target(name: "CZip", linkerSettings: [.linkedLibrary("zip")]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    .target(name: "CXlsxWriter", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "CLibPQ", linkerSettings: [.linkedLibrary("pq")]),
    .target(
      name: "CPageScripts", exclude: ["scripts/"],
      cSettings: [.headerSearchPath("scripts/")]),
    .target(name: "PageScripts", dependencies: ["CPageScripts"]),
    .target(
      name: "LocatedYAML",
      dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "LinearAlgebra", dependencies: ["CLAPACK"]),
    .target(name: "LinearPrograms", dependencies: ["CGLPK"]),
    .target(
      name: "AHP", dependencies: ["SeededRandom", "LinearAlgebra", "Diagnostics", "DelimitedText"]),
    .target(name: "JudgementReading", dependencies: ["AHP", "Diagnostics", "LocatedYAML"]),
    .target(name: "JudgementRepair", dependencies: ["AHP"]),
    .target(name: "PriorityBatches", dependencies: ["CPerron", "SeededRandom", "AHP"]),
    .target(
      name: "Hierarchies",
      dependencies: ["AHP", "DelimitedText", "Diagnostics", "JudgementReading", "LocatedYAML"]),
    .target(
      name: "JudgementUncertainty",
      dependencies: ["AHP", "Diagnostics", "Hierarchies", "LinearAlgebra", "SeededRandom"]),
    .target(
      name: "JudgementImports",
      dependencies: ["Diagnostics", "DelimitedText", "LocatedYAML", "AHP"]),
    .target(name: "JudgementPanels", dependencies: ["AHP", "DelimitedText", "Diagnostics"]),
    .target(
      name: "ScorecardPolicy",
      dependencies: [
        "AHP", "JudgementPanels", "Calendars", "Diagnostics", "JudgementReading", "LocatedYAML",
      ]),
    .target(name: "ScoringPlan", dependencies: ["ScorecardPolicy"]),
    .target(name: "PlanSQL", dependencies: ["ScorecardPolicy", "ScoringPlan"]),
    .target(name: "ColumnStore", dependencies: ["Calendars", "DelimitedText"]),
    .target(name: "ZipArchives", dependencies: ["CZip", "DelimitedText"]),
    .target(
      name: "SpreadsheetReading",
      dependencies: ["CExpat", "Calendars", "DelimitedText", "ZipArchives"]),
    .target(
      name: "DataImport",
      dependencies: [
        "Calendars", "ColumnStore", "DelimitedText", "Diagnostics", "LocatedYAML",
        "SpreadsheetReading",
      ]),
    .target(
      name: "ScoringEngine",
      dependencies: [
        "Calendars", "DelimitedText", "ScorecardPolicy", "ScoringPlan", "ColumnStore",
      ]),
    .target(
      name: "PolicyAnalysis",
      dependencies: [
        "AHP", "Diagnostics", "JudgementUncertainty", "SeededRandom", "LinearAlgebra",
        "DelimitedText",
        "ScorecardPolicy", "ScoringPlan", "ColumnStore", "ScoringEngine", "LocatedYAML",
        "LinearPrograms", "CDrawnRanks",
      ]),
    .target(
      name: "DataWeights",
      dependencies: ["ScorecardPolicy", "ScoringPlan", "ScoringEngine", "PolicyAnalysis"]),
    .target(name: "SQLiteAccess", dependencies: ["CSQLite"]),
    .target(
      name: "Databases",
      dependencies: ["CLibPQ", "ColumnStore", "DelimitedText", "Diagnostics", "SQLiteAccess"]),
    .target(
      name: "ResultRecords",
      dependencies: [
        "CCrypto", "Calendars", "Diagnostics", "DelimitedText", "ScoringPlan", "ColumnStore",
        "ScoringEngine", "Databases",
      ]),
    .target(
      name: "PushedScoring",
      dependencies: [
        "Calendars", "ColumnStore", "Databases", "PlanSQL", "ScorecardPolicy", "ScoringEngine",
        "ScoringPlan",
      ]),
    .target(
      name: "SegmentStreams",
      dependencies: [
        "ColumnStore", "DelimitedText", "ScorecardPolicy", "ScoringEngine", "ScoringPlan",
      ]),
    .target(
      name: "SparkScoring",
      dependencies: [
        "ColumnStore", "DelimitedText", "PlanSQL", "ResultRecords", "ScorecardPolicy",
        "ScoringEngine", "ScoringPlan", "SegmentStreams",
      ]),
    .target(
      name: "ResultArchive",
      dependencies: ["DelimitedText", "ScoringEngine", "ResultRecords", "SQLiteAccess"]),
    .target(
      name: "Reports",
      dependencies: ["Calendars", "ScorecardPolicy", "ScoringPlan", "ScoringEngine"]),
    .target(
      name: "AnalysisReport",
      dependencies: [
        "LinearAlgebra", "AHP", "ScorecardPolicy", "ScoringPlan", "ScoringEngine", "PageScripts",
        "PolicyAnalysis", "Reports",
      ]),
    .target(
      name: "Workbooks",
      dependencies: [
        "CXlsxWriter", "ColumnStore", "DelimitedText", "Reports", "ScorecardPolicy",
        "ScoringPlan", "ScoringEngine", "ZipArchives",
      ]),
    .target(
      name: "SyntheticBanks",
      dependencies: ["SeededRandom", "Calendars", "ScorecardPolicy", "ColumnStore"]),
    .target(
      name: "PaperReproduction",
      dependencies: [
        "Diagnostics", "LocatedYAML", "LinearAlgebra", "AHP", "JudgementRepair", "ScorecardPolicy",
        "ScoringPlan",
      ]),
    .target(
      name: "PolicyStudio",
      dependencies: [
        "AHP", "AnalysisReport", "ColumnStore", "Diagnostics", "JudgementPanels", "LinearAlgebra",
        "PageScripts", "PolicyAnalysis", "Reports", "ScorecardPolicy", "ScoringEngine",
        "ScoringPlan",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "steelyard",
      dependencies: [
        "Calendars", "Diagnostics", "AHP", "JudgementRepair", "ScorecardPolicy", "ScoringPlan",
        "ColumnStore", "DataImport", "ScoringEngine", "PolicyAnalysis", "ResultRecords",
        "ResultArchive", "Reports", "Workbooks", "SyntheticBanks", "PaperReproduction",
        "PriorityBatches", "Hierarchies", "JudgementUncertainty", "DelimitedText",
        "JudgementImports",
        "DataWeights", "JudgementPanels", "AnalysisReport", "PolicyStudio",
        "Databases", "PlanSQL", "PushedScoring", "SegmentStreams", "SparkScoring",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "TestSupport",
      dependencies: [
        "SeededRandom", "Calendars", "Diagnostics", "DelimitedText", "AHP", "ScorecardPolicy",
        "ScoringPlan", "ColumnStore", "ScoringEngine", "Databases",
      ]),
    .testTarget(
      name: "PolicyStudioTests",
      dependencies: [
        "PolicyStudio", "AnalysisReport", "PolicyAnalysis", "SyntheticBanks", "TestSupport",
      ]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "TestSupport"]),
    .testTarget(name: "LinearProgramsTests", dependencies: ["LinearPrograms", "SeededRandom"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText", "SeededRandom"]),
    .testTarget(name: "CalendarsTests", dependencies: ["Calendars"]),
    .testTarget(name: "AHPTests", dependencies: ["AHP", "TestSupport"]),
    .testTarget(
      name: "JudgementRepairTests", dependencies: ["AHP", "JudgementRepair", "SeededRandom"]),
    .testTarget(
      name: "PriorityBatchesTests",
      dependencies: ["AHP", "PriorityBatches", "SeededRandom", "TestSupport"]),
    .testTarget(name: "HierarchiesTests", dependencies: ["Hierarchies", "TestSupport"]),
    .testTarget(
      name: "JudgementUncertaintyTests",
      dependencies: ["AHP", "Hierarchies", "JudgementUncertainty", "SeededRandom", "TestSupport"]),
    .testTarget(
      name: "JudgementImportsTests", dependencies: ["JudgementImports", "TestSupport"]),
    .testTarget(name: "JudgementPanelsTests", dependencies: ["JudgementPanels", "TestSupport"]),
    .testTarget(name: "ScorecardPolicyTests", dependencies: ["ScorecardPolicy", "TestSupport"]),
    .testTarget(name: "ScoringPlanTests", dependencies: ["ScoringPlan", "TestSupport"]),
    .testTarget(name: "ColumnStoreTests", dependencies: ["ColumnStore", "TestSupport"]),
    .testTarget(name: "ScoringEngineTests", dependencies: ["ScoringEngine", "TestSupport"]),
    .testTarget(name: "DataWeightsTests", dependencies: ["DataWeights", "SeededRandom"]),
    .testTarget(
      name: "PolicyAnalysisTests", dependencies: ["PolicyAnalysis", "SeededRandom", "TestSupport"]),
    .testTarget(name: "ResultRecordsTests", dependencies: ["ResultRecords", "TestSupport"]),
    .testTarget(
      name: "AnalysisReportTests", dependencies: ["AnalysisReport", "PageScripts", "TestSupport"]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"]),
    .testTarget(name: "SyntheticBanksTests", dependencies: ["SyntheticBanks", "TestSupport"]),
    .testTarget(
      name: "SpreadsheetReadingTests",
      dependencies: ["SeededRandom", "SpreadsheetReading", "TestSupport"]),
    .testTarget(name: "ZipArchivesTests", dependencies: ["TestSupport", "ZipArchives"]),
    .testTarget(
      name: "DataImportTests",
      dependencies: ["ColumnStore", "DataImport", "SeededRandom", "TestSupport"]),
    .testTarget(name: "ResultArchiveTests", dependencies: ["ResultArchive", "TestSupport"]),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["Workbooks", "SpreadsheetReading", "TestSupport"]),
    .testTarget(
      name: "PaperReproductionTests", dependencies: ["PaperReproduction", "TestSupport"]),
    .testTarget(
      name: "PlanSQLTests",
      dependencies: ["PlanSQL", "SeededRandom", "SQLiteAccess", "TestSupport"]),
    .testTarget(
      name: "DatabasesTests", dependencies: ["Databases", "SeededRandom", "TestSupport"]),
    .testTarget(
      name: "PushedScoringTests",
      dependencies: ["Databases", "PushedScoring", "SyntheticBanks", "TestSupport"]),
    .testTarget(
      name: "SegmentStreamsTests",
      dependencies: ["SegmentStreams", "SyntheticBanks", "TestSupport"]),
    .testTarget(
      name: "SparkScoringTests",
      dependencies: [
        "ScorecardPolicy", "ScoringPlan", "SegmentStreams", "SparkScoring", "TestSupport",
      ]),
    .testTarget(name: "Conformance", dependencies: ["TestSupport"]),
    .testTarget(
      name: "Commands",
      dependencies: [
        "steelyard", "Databases", "ScorecardPolicy", "ScoringPlan", "ScoringEngine",
        "SQLiteAccess", "SeededRandom", "SpreadsheetReading", "TestSupport",
      ]),
    .testTarget(name: "Architecture", dependencies: ["TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
