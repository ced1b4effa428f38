/// Why there is no answer.
public enum LinearProgramError: Error, Equatable {
  /// GLPK gave up, as it does on numbers of very different sizes.
  case solverFailed
}
