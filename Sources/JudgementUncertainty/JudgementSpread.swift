import AHP

/// How judgements are drawn at random round those that were given.
public enum JudgementSpread: Sendable {
  /// Each judgement is drawn evenly from so many steps below to so many above on the scale 1/9 ... 1/2, 1,
  /// 2 ... 9, on which a step leads from one whole number to the next, whatever the direction.
  ///
  /// Nothing is drawn beyond 9 or 1/9 unless the judgement itself lies there: the range ends at them, so
  /// that no draws pile up. 0.5 and 1 are usual. Goepel, K. D. (2018), International Journal of the
  /// Analytic Hierarchy Process 10(3), doi:10.13033/ijahp.v10i3.590.
  case steps(Double)
  /// Each judgement is drawn from its bounds, evenly by its logarithm, so that it does not matter which
  /// of two things is judged against which; one range for each judgement of the upper triangle.
  case intervals([ClosedRange<Double>])
  /// The panel is asked again: as many respondents are drawn, with replacement and with their weights, and
  /// their judgements aggregated (AIJ). It shows how far the group's weights depend on who was asked.
  ///
  /// Efron, B. (1979), Annals of Statistics 7(1), 1-26, doi:10.1214/aos/1176344552.
  case panel(JudgementSet)
  /// Another expert is asked: the logarithm of each judgement is normal, with the (weighted) mean and the
  /// unbiased variance of the panel's, independent of the other judgements. It shows how far single
  /// opinions lie apart; a pair that one respondent judged stays as it is.
  case panelSpread(JudgementSet)
}
