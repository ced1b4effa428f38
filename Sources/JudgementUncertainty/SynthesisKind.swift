/// Which of the two ways from criteria to alternatives is followed.
public enum SynthesisKind: String, CaseIterable, Sendable {
  /// The alternatives share each criterion's weight.
  case distributive
  /// The best alternative by a criterion gets its whole weight.
  case ideal
}
