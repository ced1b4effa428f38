import ArgumentParser
import Diagnostics
import Foundation

extension ParsableCommand {
  /// Refuses a word that is nearly the name of a command below this one, and says which.
  ///
  /// Any other is left to the parser.
  ///
  /// - Parameter position: Where the word stands on the command line; the program stands at 0.
  static func refuseMisspeltCommand(at position: Int) throws {
    let commands = configuration.subcommands.map { $0.configuration }
    let arguments = ProcessInfo.processInfo.arguments
    guard position < arguments.count, !arguments[position].hasPrefix("-"),
      !commands.contains(where: { $0.commandName == arguments[position] })
    else { return }
    let names = commands.filter(\.shouldDisplay).compactMap(\.commandName)
    guard let hint = Spelling.didYouMean(arguments[position], among: names) else { return }
    throw ValidationError("there is no command \"\(arguments[position])\"; \(hint)")
  }
}
