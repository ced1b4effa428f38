import AHP
import DelimitedText
import Diagnostics

/// Arbitrary bytes as a judgement file.
enum FuzzedJudgements {
  private static let randomIndices: [RandomIndex] = RandomIndex.all

  /// What is wrong with what the reader, and the analysis of what it read, make of the bytes.
  static func faults(in bytes: [UInt8]) -> [String] {
    guard let text = try? DecodedText(bytes, file: "judgements.csv") else { return [] }
    let plain = String(decoding: text.bytes, as: UTF8.self)
    do throws(DiagnosedFailure) {
      let file = try JudgementFile(text)
      return FuzzedDiagnostics.faults(file.findings, in: plain)
        + file.sets.flatMap { faults(of: $0, in: plain) }
    } catch {
      return FuzzedDiagnostics.faults(error, in: plain)
    }
  }

  private static func faults(of set: JudgementSet, in text: String) -> [String] {
    let matrix = set.aggregatedJudgements()
    let readings = InconsistencyReading.all(of: matrix)
      .filter { !$0.value.isFinite || $0.value < 0 }
      .map { "\($0.index): \($0.value)" }
    return readings
      + PriorityMethod.allCases.flatMap { method -> [String] in
        var faults = aggregated(set, method, in: text)
        for index in randomIndices {
          do {
            let analysis = try JudgementAnalysis(matrix, method: method, randomIndex: index)
            faults += self.faults(of: analysis)
          } catch {
            faults.append("\(method): \(error)")
          }
        }
        return faults
      }
  }

  private static func aggregated(
    _ set: JudgementSet, _ method: PriorityMethod, in text: String
  ) -> [String] {
    do {
      return weightFaults(try set.aggregatedPriorities(method: method).weights)
    } catch let failure as DiagnosedFailure {
      return FuzzedDiagnostics.faults(failure, in: text)
    } catch {
      return ["\(method): \(error)"]
    }
  }

  private static func faults(of analysis: JudgementAnalysis) -> [String] {
    var faults = weightFaults(analysis.weights)
    func check(_ holds: Bool, _ sentence: @autoclosure () -> String) {
      if !holds { faults.append("\(analysis.method): \(sentence())") }
    }
    let size = Double(analysis.labels.count)
    let bounds = analysis.lambdaMaxBounds
    check(analysis.lambdaMax.isFinite, "lambda \(analysis.lambdaMax)")
    check(analysis.lambdaMax >= size, "lambda \(analysis.lambdaMax) below \(size)")
    check(
      analysis.method != .eigenvector || bounds.contains(analysis.lambdaMax),
      "lambda \(analysis.lambdaMax) outside \(bounds)")
    check(analysis.consistencyIndex >= 0, "consistency index \(analysis.consistencyIndex)")
    if let ratio = analysis.consistencyRatio {
      check(ratio >= 0 && ratio.isFinite, "consistency ratio \(ratio)")
    }
    if let index = analysis.geometricConsistencyIndex {
      check(index >= 0 && index.isFinite, "geometric consistency index \(index)")
    }
    if let worst = analysis.worstJudgement {
      check(worst.implied > 0 && worst.implied.isFinite, "implied \(worst.implied)")
      check(worst.factor >= 1 && worst.factor.isFinite, "factor \(worst.factor)")
    }
    return faults
  }

  private static func weightFaults(_ weights: [Double]) -> [String] {
    guard weights.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return ["weights \(weights)"] }
    let sum = weights.reduce(0, +)
    return abs(sum - 1) <= 1e-9 ? [] : ["weights \(weights) sum to \(sum)"]
  }
}
