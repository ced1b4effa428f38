import AHP

/// How a panel's judgements become weights, and what is asked of its respondents.
public struct PanelOptions: Sendable {
  /// How weights are derived, those of the group and each respondent's own.
  public var method: PriorityMethod
  /// The random index that consistency ratios are formed with.
  public var randomIndex: RandomIndex
  /// What the group's ratio must be below.
  public var maximumRatio: Double
  /// How many judges become one.
  public var aggregation: PanelAggregation
  /// What is done about inconsistent respondents; nil when nothing is.
  public var limit: RespondentLimit?
  /// What a respondent counts.
  public var weighting: RespondentWeighting
  /// From which similarity on respondents are of one mind, above 0 and below 1; nil to have it found.
  public var clusterThreshold: Double?

  /// Options; what is not given is as `steelyard weights` has it.
  public init(
    method: PriorityMethod = .eigenvector, randomIndex: RandomIndex = .saaty1980,
    maximumRatio: Double = 0.1, aggregation: PanelAggregation = .judgements,
    limit: RespondentLimit? = nil, weighting: RespondentWeighting = .given,
    clusterThreshold: Double? = nil
  ) {
    self.method = method
    self.randomIndex = randomIndex
    self.maximumRatio = maximumRatio
    self.aggregation = aggregation
    self.limit = limit
    self.weighting = weighting
    self.clusterThreshold = clusterThreshold
  }
}
