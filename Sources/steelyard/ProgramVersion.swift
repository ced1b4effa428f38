/// The version of this program.
enum ProgramVersion {
  /// Major, minor and patch.
  static let current = "0.1.0"
}
