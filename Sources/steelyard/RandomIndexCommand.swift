import ArgumentParser
import Foundation
import PriorityBatches
import ScoringEngine

struct RandomIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "random-index",
    abstract: "Finds random indices by drawing random matrices.",
    discussion: """
      The random index is the mean consistency index of reciprocal matrices whose judgements are \
      drawn evenly from 1/9, 1/8 ... 1 ... 9. Each comes with its standard error; for three rows \
      the exact value stands beside it. With --missing the matrices lack comparisons, and are \
      completed so that their eigenvalue is the least possible. The same size, samples and seed \
      give the same numbers.

      Example:
        steelyard random-index --size 3...15 --samples 100000
      """)

  /// The sum of so many indices still is exact to ten digits.
  private static let mostSamples = 1_000_000_000

  @Option(
    help: "How many rows the matrices have, from 1 to 100: a number, or two such as 3...15.")
  var size: SizeRange

  @Option(parsing: .unconditional, help: "How many matrices of each size are drawn.")
  var samples: Int

  @Option(parsing: .unconditional, help: "A whole number; another one gives other matrices.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Comparisons that are missing: pairs of rows such as 1-2,3-4, or how many, any that leave the "
        + "others connected.", valueName: "PAIRS"))
  var missing: MissingOption?

  @Flag(help: "Let what completes a matrix be more than 9 and less than 1/9.")
  var unbounded = false

  @OptionGroup var work: WorkOptions

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if !(1...Self.mostSamples ~= samples) {
      throw ValidationError("--samples must be from 1 to \(Self.mostSamples)")
    }
    if unbounded, missing == nil {
      throw ValidationError(
        "--unbounded needs --missing: a complete matrix has nothing to complete")
    }
  }

  func run() throws {
    try Outcome.report {
      // All are looked at before the first is run, which may take minutes.
      let simulations = try size.sizes.map(simulation)
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let estimates = try simulations.map { simulation in
        let activity = "matrices of size \(simulation.size)"
        return try simulation.run { done in
          progress.show(
            WorkProgress(activity: activity, done: done, total: simulation.samples))
        }
      }
      progress.finish()
      switch format {
      case .json:
        Terminal.print(
          try OutputFormat.json(estimates.map { RandomIndexDocument($0, missing: missing) }))
      case .text:
        Terminal.print(
          RandomIndexText.text(estimates, seed: seed, missing: missing, isBounded: !unbounded))
      }
    }
  }

  private func simulation(size: Int) throws -> RandomIndexSimulation {
    do throws(RandomIndexFault) {
      return try RandomIndexSimulation(
        size: size, samples: samples, seed: seed, missing: missing?.comparisons ?? .none,
        isBounded: !unbounded,
        threads: work.threads ?? ProcessInfo.processInfo.activeProcessorCount)
    } catch {
      throw ValidationError("--missing \(missing?.text ?? ""): \(error)")
    }
  }
}
