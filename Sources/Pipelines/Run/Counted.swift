/// `1 warning`, `3 warnings`; `plural` where it is not the word with an s.
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? "\(noun)s")"
}
