/// The SQL of one engine. What engines write differently is behind its methods.
public enum SQLDialect: String, Sendable, CaseIterable {
  case duckdb, postgresql, spark, sqlite
}
