import ScoringPlan

/// Where the faults of subjects arose: the origin of each faulty register, which blocks of columns do not
/// hold.
struct FaultOrigins {
  private var origins: [Place: Int] = [:]

  private struct Place: Hashable {
    let subject: Int
    let register: Register
  }

  /// The origin of a fault; nil where nobody set one.
  subscript(subject: Int, register: Register) -> Int? {
    get { origins[Place(subject: subject, register: register)] }
    set { origins[Place(subject: subject, register: register)] = newValue }
  }

  /// Takes the origins of a subject's faulty registers.
  mutating func take(_ evaluation: Evaluation, of subject: Int, _ kept: [KeptRegister]) {
    for kept in kept {
      if case .fault(let fault) = evaluation[kept.register] {
        self[subject, kept.register] = fault.origin
      }
    }
  }
}
