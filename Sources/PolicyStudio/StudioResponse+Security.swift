extension StudioResponse {
  /// What every answer tells the browser, unless it says otherwise itself: to run and load only what comes
  /// from here, to guess no types, to keep nothing, and to show the page in no other page.
  ///
  /// The address is told to the studio's own pages only; with `no-referrer` their forms would come
  /// without an origin.
  private static let security = [
    "Content-Security-Policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
      + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  ]

  /// The same answer with what every answer tells the browser.
  var secured: StudioResponse {
    let headers = headers.merging(Self.security) { own, _ in own }
    return StudioResponse(status: status, headers: headers, body: body)
  }
}
