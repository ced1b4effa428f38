import ScoringPlan

/// The values of the subjects that count, group by group.
struct GroupedValues {
  /// The values, in each group in the order of subjects.
  var values: [Double]
  /// Where the values of each group begin; one entry more than there are groups.
  let starts: [Int]

  /// Sorts the values that are there to their groups by counting. O(subjects + groups).
  init(
    _ groups: SubjectGroups, _ isRejected: [Bool], _ all: UnsafePointer<Double>,
    _ states: UnsafePointer<UInt8>
  ) {
    let subjects = isRejected.indices.lazy.filter {
      !isRejected[$0] && states[$0] == ValueState.present
    }
    var starts = [Int](repeating: 0, count: groups.count + 1)
    for subject in subjects { starts[Int(groups.numbers[subject]) + 1] += 1 }
    for group in 0..<groups.count { starts[group + 1] += starts[group] }
    var next = starts
    var values = [Double](repeating: 0, count: starts[groups.count])
    for subject in subjects {
      let group = Int(groups.numbers[subject])
      values[next[group]] = all[subject]
      next[group] += 1
    }
    (self.values, self.starts) = (values, starts)
  }
}
