import CDrawnRanks
import ScoringEngine
import ScoringPlan

/// Counts draws by weighted sums of columns, several draws at a time, so that columns are read once for
/// them: what `ReweightedDraws` counts, for plans of such a shape.
///
/// The additions are those of the plan, in its order, so published values are the same to the bit. A
/// product of matrices by BLAS would add in another order and fuse, and all values near a rounding edge
/// would have to be added up again; with as few columns as a scorecard has it is not faster either.
struct SummedDraws: DrawCounter {
  /// How many draws share a reading of the columns.
  private static let batch = 16
  /// How many people's columns are read for all draws of a batch, so that they stay in the cache.
  private static let people = 1024

  let plan: DrawPlan
  private let columns: SummedColumns
  private let weights: SummedWeights
  private let rankings: [SummedBoard]
  private let gradings: [SummedBoard]
  private let bands: [SummedBands]
  private let scale: Double
  private let spans: [(total: SummedWeights.Span, final: SummedWeights.Span)]
  private let largestSize: Int
  private let mayBeNegative: Bool
  private let usesTotals: Bool
  private let usesFinals: Bool

  /// A counter for draws of a plan's weights; nil where the plan has another shape, or published values lie
  /// so far apart that counting them is not quick.
  init?(_ plan: DrawPlan, _ draws: PolicyDraws, _ scored: ScoredPopulation) {
    guard !plan.rows.isEmpty, let shape = SummedShape(scored.plan, varying: Set(draws.slots)),
      let columns = SummedColumns(shape, scored, rows: plan.rows)
    else { return nil }
    let rankings = plan.rankings.compactMap {
      SummedBoard($0, scored, columns, rows: plan.rows)
    }
    let gradings = plan.gradings.compactMap {
      SummedBoard($0, scored, columns, rows: plan.rows)
    }
    guard rankings.count == plan.rankings.count, gradings.count == plan.gradings.count else {
      return nil
    }
    scale = ScoreKey.scale(scored.plan.decimals)
    weights = SummedWeights(shape, columns, scored.values, draws, scale: scale)
    let weights = weights
    let spans = (0..<draws.count).compactMap { weights.spans(of: $0) }
    guard spans.count == draws.count else { return nil }
    (self.plan, self.columns, self.spans) = (plan, columns, spans)
    (self.rankings, self.gradings) = (rankings, gradings)
    bands = plan.gradings.indices.map { index in
      SummedBands(plan.gradings[index], plan.labels[index], gradings[index], scored)
    }
    largestSize = spans.reduce(0) { max($0, $1.total.size, $1.final.size) }
    mayBeNegative = spans.contains { min($0.total.worst, $0.final.worst) < 0 }
    usesFinals = (rankings + gradings).contains(where: \.isByFinal)
    usesTotals = (rankings + gradings).contains { !$0.isByFinal }
  }

  func count(
    draws: Range<Int>, chunk: Int, _ tally: inout DrawTally, _ records: DrawRecords
  ) {
    let room = SummedRoom(
      people: plan.rows.count, draws: Self.batch, size: largestSize, totals: usesTotals,
      finals: usesFinals)
    for start in stride(from: draws.lowerBound, to: draws.upperBound, by: Self.batch) {
      let batch = start..<min(start + Self.batch, draws.upperBound)
      findDistances(batch, room)
      for ranking in rankings.indices {
        if rankings[ranking].starts == nil {
          rankAll(ranking, batch, chunk, &tally.ranks[ranking], records, room)
        } else {
          rankGroups(ranking, batch, chunk, &tally.ranks[ranking], records, room)
        }
      }
      for grade in gradings.indices {
        count(grade: grade, batch, chunk, &tally.grades[grade], records, room)
      }
    }
  }

  func inSubjectOrder(_ tally: DrawTally) -> DrawTally {
    var ordered = DrawTally(plan)
    for (ranking, board) in rankings.enumerated() {
      let own = tally.ranks[ranking]
      for (place, subject) in board.subjects.enumerated() {
        ordered.ranks[ranking].sums[Int(subject)] = own.sums[place]
        ordered.ranks[ranking].best[Int(subject)] = own.best[place]
        ordered.ranks[ranking].worst[Int(subject)] = own.worst[place]
        ordered.ranks[ranking].counts[Int(subject)] = UInt32(plan.drawCount)
      }
    }
    for (grade, board) in gradings.enumerated() {
      let count = tally.grades[grade].labelCount
      let ineligible = plan.labels[grade].firstIndex(of: "") ?? 0
      for subject in plan.rows.indices {
        ordered.grades[grade].counts[subject * count + ineligible] = UInt32(plan.drawCount)
      }
      for (place, subject) in board.subjects.enumerated() {
        for label in 0..<count {
          ordered.grades[grade].counts[Int(subject) * count + label] =
            tally.grades[grade].counts[place * count + label]
        }
      }
    }
    return ordered
  }

  // MARK: Distances

  private func findDistances(_ batch: Range<Int>, _ room: SummedRoom) {
    columns.withSums(scale: scale, mayBeNegative: mayBeNegative) { sums in
      withUnsafePointer(to: sums) { sums in
        for layer in columns.layers {
          let weights = batch.map { self.weights.weights(of: $0, layer) }
          for start in stride(
            from: layer.people.lowerBound, to: layer.people.upperBound, by: Self.people)
          {
            let end = min(start + Self.people, layer.people.upperBound)
            for (place, draw) in batch.enumerated() {
              drawn_distances(
                sums, start, end, weights[place], Int32(spans[draw].total.best),
                Int32(spans[draw].final.best), room.totals(place), room.finals(place))
            }
          }
        }
      }
    }
  }

  /// The distances of those who take part in one draw, in the order of the board.
  private func distances(
    _ board: SummedBoard, _ place: Int, _ room: SummedRoom
  ) -> UnsafePointer<UInt16> {
    guard let all = board.isByFinal ? room.finals(place) : room.totals(place) else {
      preconditionFailure("distances are found of what compares")
    }
    guard let members = board.members else { return UnsafePointer(all) }
    drawn_gather(members.count, all, members, room.own(place))
    return UnsafePointer(room.own(place))
  }

  private func span(_ board: SummedBoard, _ draw: Int) -> SummedWeights.Span {
    board.isByFinal ? spans[draw].final : spans[draw].total
  }

  // MARK: Ranks

  private func rankAll(
    _ ranking: Int, _ batch: Range<Int>, _ chunk: Int, _ tally: inout RankTally,
    _ records: DrawRecords, _ room: SummedRoom
  ) {
    let board = rankings[ranking]
    let count = board.subjects.count
    var distances: [UnsafePointer<UInt16>?] = []
    for (place, draw) in batch.enumerated() {
      let (own, table) = (self.distances(board, place, room), room.table(place))
      let size = span(board, draw).size
      table.update(repeating: 0, count: size)
      drawn_count(count, own, table)
      drawn_ranks(size, table)
      distances.append(own)
    }
    let tables = batch.indices.map {
      UnsafePointer(room.table($0 - batch.lowerBound)) as UnsafePointer<UInt32>?
    }
    drawn_tally(batch.count, count, distances, tables, &tally.sums, &tally.best, &tally.worst)
    guard plan.keepsRecords else { return }
    for (place, draw) in batch.enumerated() {
      if let own = distances[place] { drawn_look_up(count, own, room.table(place), room.ranks) }
      record(ranking, draw, chunk, records, room)
    }
  }

  private func rankGroups(
    _ ranking: Int, _ batch: Range<Int>, _ chunk: Int, _ tally: inout RankTally,
    _ records: DrawRecords, _ room: SummedRoom
  ) {
    let board = rankings[ranking]
    guard let starts = board.starts else { return }
    for (place, draw) in batch.enumerated() {
      drawn_group_ranks(
        starts.count - 1, starts, distances(board, place, room), span(board, draw).size,
        room.counts, room.ranks)
      drawn_add(board.subjects.count, room.ranks, &tally.sums, &tally.best, &tally.worst)
      if plan.keepsRecords { record(ranking, draw, chunk, records, room) }
    }
  }

  /// Keeps the ranks of one draw, and who is first.
  private func record(
    _ ranking: Int, _ draw: Int, _ chunk: Int, _ records: DrawRecords, _ room: SummedRoom
  ) {
    let subjects = rankings[ranking].subjects
    let sample = plan.sampleOf[draw]
    drawn_record(
      subjects.count, room.ranks, subjects, UInt64(1) << UInt64(draw % DrawMarks.chunk),
      records.first[ranking].chunk(chunk),
      sample < 0 ? nil : records.samples[ranking].ranks(in: sample))
  }

  // MARK: Grades

  private func count(
    grade: Int, _ batch: Range<Int>, _ chunk: Int, _ tally: inout GradeTally,
    _ records: DrawRecords, _ room: SummedRoom
  ) {
    let (board, bands) = (gradings[grade], bands[grade])
    guard let starts = board.starts else { return }
    for (place, draw) in batch.enumerated() {
      let (own, span) = (distances(board, place, room), span(board, draw))
      drawn_group_places(starts.count - 1, starts, own, span.size, room.counts, room.ranks)
      let ends = bands.ends(own, best: span.best)
      drawn_bands(
        starts.count - 1, starts, room.ranks, bands.count, ends, bands.labels, room.labels)
      drawn_count_labels(
        board.subjects.count, room.labels, tally.labelCount, &tally.counts)
      guard plan.keepsRecords else { continue }
      let given = plan.given[grade]
      drawn_mark_labels(
        board.subjects.count, room.labels, board.subjects, given,
        UInt64(1) << UInt64(draw % DrawMarks.chunk), records.kept[grade].chunk(chunk),
        records.top[grade].chunk(chunk))
    }
    // Whoever is ineligible stays so.
    if plan.keepsRecords { markIneligible(grade, batch, chunk, records) }
  }

  private func markIneligible(
    _ grade: Int, _ batch: Range<Int>, _ chunk: Int, _ records: DrawRecords
  ) {
    let bits = batch.reduce(UInt64(0)) { $0 | 1 << UInt64($1 % DrawMarks.chunk) }
    let kept = records.kept[grade].chunk(chunk)
    for subject in bands[grade].ineligible { kept[Int(subject)] |= bits }
  }
}
