import Databases
import PlanSQL

extension SQLDialect {
  /// The dialect that a session speaks.
  init(of session: any DatabaseSession) throws(DatabaseFault) {
    guard let dialect = SQLDialect(rawValue: session.dialectName) else {
      throw DatabaseFault(session.location.name, "policies are not written in its SQL")
    }
    self = dialect
  }
}
