import ArgumentParser
import ResultRecords

/// The name of a result on the command line.
enum ResultName {
  /// Refuses the name of a manifest, which stands beside the result that is meant.
  static func check(_ name: String) throws {
    guard name.hasSuffix(ResultManifest.suffix) else { return }
    throw ValidationError(
      "\(name) is a manifest; name the result that it stands beside, "
        + "\(name.dropLast(ResultManifest.suffix.count))")
  }
}
