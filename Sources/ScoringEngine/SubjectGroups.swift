/// The group of each subject, numbered from 0 in the order of first appearance, and the subjects of
/// each group.
struct SubjectGroups: Sendable {
  /// The number of each subject's group.
  let numbers: [UInt32]
  /// All subjects, group by group, in each in order.
  let members: [Int32]
  /// Where the members of each group begin; one entry more than there are groups.
  let starts: [Int]

  /// How many groups there are.
  var count: Int { starts.count - 1 }

  /// One group of all subjects.
  init(subjectCount: Int) {
    numbers = [UInt32](repeating: 0, count: subjectCount)
    members = (0..<Int32(subjectCount)).map { $0 }
    starts = [0, subjectCount]
  }

  /// Groups of equal codes, one of them those below 0. O(subjects + codes).
  @inline(__always)
  init(subjectCount: Int, code: (Int) -> Int32) {
    var known: [UInt32] = []
    var counts: [Int] = []
    var numbers = [UInt32](repeating: 0, count: subjectCount)
    for subject in 0..<subjectCount {
      let mark = Int(max(code(subject), -1)) + 1
      if mark >= known.count {
        let size = max(mark + 1, 2 * known.count)
        known += repeatElement(.max, count: size - known.count)
      }
      if known[mark] == .max {
        known[mark] = UInt32(counts.count)
        counts.append(0)
      }
      numbers[subject] = known[mark]
      counts[Int(known[mark])] += 1
    }
    var starts = [0]
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var next = starts
    members = [Int32](unsafeUninitializedCapacity: subjectCount) { members, count in
      for subject in 0..<subjectCount {
        let group = Int(numbers[subject])
        members[next[group]] = Int32(subject)
        next[group] += 1
      }
      count = subjectCount
    }
    (self.numbers, self.starts) = (numbers, starts)
  }

  /// Calls `body` with ranges of groups that have about as many members each, at the same time.
  func forEachPart(threads: Int, _ body: (Range<Int>) -> Void) {
    let ends = (0...threads).map { firstGroup(from: members.count * $0 / threads) }
    RowRanges.forEach(of: threads, threads: threads) { parts in
      for part in parts {
        let end = part + 1 == threads ? count : ends[part + 1]
        if ends[part] < end { body(ends[part]..<end) }
      }
    }
  }

  /// The first group that begins at a place among the members, or after it.
  private func firstGroup(from place: Int) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if starts[middle] < place { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
