import ArgumentParser

/// What works a result out.
enum ScoringEngineName: String, CaseIterable, ExpressibleByArgument {
  case steelyard, sqlite, duckdb, postgresql, spark
}
