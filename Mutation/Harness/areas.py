"""Where mutants are made: the parts of the program whose answers people rely on."""

import fnmatch
from pathlib import Path

# A file belongs to the first area that names it.
AREAS = {
    "kernels": [
        "LinearAlgebra/*", "ScoringEngine/BlockRegisters*", "ScoringEngine/ExactSum*",
        "ScoringEngine/AggregateFold*", "ScoringEngine/GroupSummary*",
        "ScoringEngine/DetailGroup*", "ScoringEngine/ScoringRun+Statistic*",
        "ScoringEngine/RowProgram*", "ScoringPlan/ExactSum*", "ScoringPlan/DecimalRounding*",
        "ScoringPlan/ScoreKey*", "ScoringPlan/*Curve*", "ScoringPlan/StepFunction*",
        "ScoringPlan/GroupStatistic*", "ScoringPlan/RowAggregator*",
    ],
    "consistency": ["AHP/*"],
    "formulas": [
        "ScorecardPolicy/Formula*", "ScorecardPolicy/*Unit*", "ScorecardPolicy/Expression*",
        "ScorecardPolicy/CheckedExpression*", "ScoringPlan/RowEvaluator*",
        "ScoringPlan/*Function*", "ScoringPlan/PlanCompiler+Expressions*",
    ],
    "gates and grades": [
        "ScorecardPolicy/*Gate*", "ScorecardPolicy/*Grade*", "ScorecardPolicy/*Band*",
        "ScorecardPolicy/PolicyReader+Results*", "ScorecardPolicy/PolicyScenario*",
        "ScoringPlan/PlanCompiler*", "ScoringPlan/*Gate*", "ScoringPlan/*Grad*",
        "ScoringPlan/BandFilling*", "ScoringPlan/HighestValues*", "ScoringPlan/Plan*",
        "ScoringPlan/PopulationInterpreter*", "ScoringEngine/*Band*", "ScoringEngine/*Grade*",
    ],
    "ranks": [
        "ScoringPlan/Rank*", "ScoringEngine/*Rank*", "ScoringEngine/*Order*",
        "ScoringEngine/KeyCounts*", "ScoringEngine/*Standing*", "ScoringEngine/Reweighting*",
        "ScoringEngine/VaryingStages*", "ScoringEngine/SubjectGroups*",
        "PolicyAnalysis/Rank*", "PolicyAnalysis/Mover*", "PolicyAnalysis/Compar*",
    ],
    "reader": ["DelimitedText/*", "ColumnStore/*", "Calendars/*"],
    "population": ["ScoringEngine/*"],
    "errors": ["Diagnostics/*", "ScorecardPolicy/*", "ScoringPlan/*"],
    "results": ["ResultRecords/*", "Reports/*", "PolicyAnalysis/*"],
    "judgement tools": [
        "Hierarchies/*", "JudgementPanels/*", "JudgementRepair/*", "JudgementUncertainty/*",
        "PriorityBatches/*", "PaperReproduction/*", "DataWeights/*",
    ],
    "imports": ["DataImport/*", "SpreadsheetReading/*", "ZipArchives/*"],
    "engines": [
        "PlanSQL/*", "Databases/*", "PushedScoring/*", "SegmentStreams/*", "SparkScoring/*",
    ],
    "pages and archive": ["PolicyStudio/*", "AnalysisReport/*", "Workbooks/*", "ResultArchive/*"],
}


def files(sources: Path) -> dict[str, list[Path]]:
    """The files of each area, in the order of their names."""
    found: dict[str, list[Path]] = {area: [] for area in AREAS}
    for path in sorted(sources.glob("*/*.swift")):
        name = path.relative_to(sources).with_suffix("").as_posix()
        for area, patterns in AREAS.items():
            if any(fnmatch.fnmatch(name, pattern) for pattern in patterns):
                found[area].append(path)
                break
    return found
