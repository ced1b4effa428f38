/// One thing that is not as a manifest says.
public enum Disagreement: Hashable, Sendable {
  /// A file that the job wrote is no longer what it was.
  case outputChanged(file: String, was: ContentDigest, is: ContentDigest)
  /// A file of the policy is no longer what it was.
  case policyChanged(file: String, was: ContentDigest, is: ContentDigest)
  /// A file of a table is no longer what it was.
  case inputChanged(table: String, file: String, was: ContentDigest, is: ContentDigest)
  /// The file of the corrections is no longer what it was.
  case correctionsChanged(file: String, was: ContentDigest, is: ContentDigest)
  /// A file that the job wrote is not what is computed anew.
  case computedOtherwise(file: String, FirstDifference)
  /// Something that the manifest says about the result is not what is computed anew.
  case recordedOtherwise(place: String, recorded: String, computed: String)
  /// A weight or another parameter is not what the policy gives now.
  case solvedOtherwise(ParameterDifference)
}
