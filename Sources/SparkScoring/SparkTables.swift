/// Where a job's tables stand in the staging folder, and the statements that make them.
struct SparkTables {
  /// The staging folder as Spark names it.
  let uri: String
  /// The folder of tables that the round of this number makes; the first tables are of round 0.
  func folder(_ round: Int) -> String { "\(uri)/tables/round-\(round)" }

  /// Makes a table of a query.
  func create(_ name: String, round: Int, as query: String) -> String {
    "CREATE TABLE \(SparkText.name(name)) USING parquet LOCATION "
      + "\(SparkText.literal("\(folder(round))/\(name)")) AS\n\(query)"
  }

  /// Makes a table known that an earlier script made.
  func declare(_ name: String, round: Int, as known: String? = nil) -> String {
    "CREATE TABLE \(SparkText.name(known ?? name)) USING parquet LOCATION "
      + SparkText.literal("\(folder(round))/\(name)")
  }

  /// Writes lines of text into one file for each part.
  func write(_ name: String, round: Int, as query: String) -> String {
    "CREATE TABLE \(SparkText.name(name)) USING text PARTITIONED BY (part) LOCATION "
      + "\(SparkText.literal("\(folder(round))/\(name)")) AS\n\(query)"
  }
}
