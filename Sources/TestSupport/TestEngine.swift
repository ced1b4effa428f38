import Databases
import Foundation

/// A database engine that tests run on: SQLite everywhere, the others where the environment says that
/// they are there.
public enum TestEngine: String, CaseIterable, Sendable {
  /// SQLite.
  case sqlite
  /// PostgreSQL: the database whose URI is the variable `STEELYARD_TEST_POSTGRESQL`.
  case postgresql
  /// DuckDB: the program that is the variable `DUCKDB`.
  case duckdb

  /// The database of PostgreSQL; nil when there is none.
  public static let postgresqlURI = variable("STEELYARD_TEST_POSTGRESQL")
  /// Why tests of PostgreSQL are skipped.
  public static let noPostgreSQL: String = "STEELYARD_TEST_POSTGRESQL names no database"

  /// Those that are there.
  public static let present = allCases.filter { engine in
    switch engine {
    case .sqlite: true
    case .postgresql: postgresqlURI != nil
    case .duckdb: variable("DUCKDB") != nil
    }
  }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
