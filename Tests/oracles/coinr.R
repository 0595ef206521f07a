# COINr's ASEM example (51 countries, 49 indicators): scores, outlier treatment and PCA loadings.
#
# usage: Rscript coinr.R > coinr.json        (COINr 1.1.14; R and its other needs are in Debian)
suppressPackageStartupMessages(library(COINr))

number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
list_of <- function(x) paste0("[", paste(x, collapse = ","), "]")
text <- function(x) paste0("\"", x, "\"")
object <- function(names, values)
  paste0("{", paste0(text(names), ":", values, collapse = ",\n"), "}")

meta <- ASEM_iMeta[!is.na(ASEM_iMeta$Type) & ASEM_iMeta$Type %in% c("Indicator", "Aggregate"), ]
codes <- meta$iCode[meta$Type == "Indicator"]
top <- meta$iCode[meta$Level == max(meta$Level, na.rm = TRUE)]
data <- ASEM_iData[codes]

# Zeros, which neither geometric nor harmonic means can take, are raised to a floor of 1.
floored <- function(f) function(x, ...) pmax(f(x, ...), 1)
share_rank <- function(x) 100 * n_rank(x) / sum(!is.na(x))
percent_rank <- function(x) 100 * n_prank(x)
floored_minmax <- floored(n_minmax)
floored_percent_rank <- floored(percent_rank)
floored_goalposts <- floored(n_goalposts)
posts <- lapply(data, function(x) c(quantile(x, 0.1, na.rm = TRUE, names = FALSE),
                                    quantile(x, 0.9, na.rm = TRUE, names = FALSE), 100))
posts <- lapply(posts, function(p) if (p[1] < p[2]) p else p + c(-1, 1, 0))
direction <- meta$Direction[match(codes, meta$iCode)]

normalised <- function(coin, name, floor) {
  f <- switch(name, "min-max" = "n_minmax", "z-score" = "n_zscore", "rank" = "share_rank",
              "percent-rank" = "percent_rank", "goalposts" = "n_goalposts")
  if (floor && name %in% c("min-max", "percent-rank", "goalposts"))
    f <- switch(name, "min-max" = "floored_minmax", "percent-rank" = "floored_percent_rank",
                "goalposts" = "floored_goalposts")
  if (name == "goalposts") {
    specs <- lapply(seq_along(codes), function(i) {
      p <- posts[[i]]
      if (direction[i] < 0) p <- c(-p[2], -p[1], p[3])
      list(f_n = f, f_n_para = list(gposts = p))
    })
    return(Normalise(coin, dset = "Raw", indiv_specs = setNames(specs, codes)))
  }
  para <- if (name == "z-score") list(m_sd = c(50, 10)) else NULL
  Normalise(coin, dset = "Raw", global_specs = list(f_n = f, f_n_para = para))
}

results <- c()
for (weights in c("ASEM", "1 2 3")) {
  used <- ASEM_iMeta
  if (weights == "1 2 3") used$Weight <- ifelse(is.na(used$Weight), NA, seq_len(nrow(used)) %% 3 + 1)
  coin <- suppressMessages(new_coin(ASEM_iData, used, quietly = TRUE))
  for (scale in c("min-max", "z-score", "rank", "percent-rank", "goalposts"))
    for (mean in c("arithmetic", "geometric", "harmonic")) {
      scaled <- suppressMessages(normalised(coin, scale, floor = mean != "arithmetic"))
      f <- c(arithmetic = "a_amean", geometric = "a_gmean", harmonic = "a_hmean")[mean]
      out <- suppressMessages(Aggregate(scaled, dset = "Normalised", f_ag = unname(f)))
      scores <- get_dset(out, "Aggregated")
      scores <- scores[match(ASEM_iData$uCode, scores$uCode), top]
      results <- c(results, paste0(
        "{\"weights\":", text(weights), ",\"normalization\":", text(scale), ",\"aggregation\":",
        text(mean), ",\"scores\":", list_of(number(scores)), "}"))
    }
}

# With one point to winsorise, what that does not mend is put on a logarithmic scale.
treatment <- function(points) {
  treated <- suppressWarnings(Treat(data, list(f1_para = list(winmax = points))))$x_treat
  changed <- codes[sapply(codes, function(i) !identical(treated[[i]], data[[i]]))]
  object(changed, sapply(changed, function(i) list_of(number(treated[[i]]))))
}

loadings <- c()
for (parent in unique(meta$Parent[meta$Type == "Indicator"])) {
  members <- codes[meta$Parent[match(codes, meta$iCode)] == parent]
  rows <- na.omit(data[members] * rep(direction[match(members, codes)], each = nrow(data)))
  pca <- prcomp(rows, center = TRUE, scale. = TRUE)
  first <- pca$rotation[, 1] * sign(sum(pca$rotation[, 1]))
  loadings <- c(loadings, paste0(
    "{\"pillar\":", text(parent), ",\"loadings\":", list_of(number(first)), ",\"explained\":",
    number(pca$sdev[1]^2 / length(members)), "}"))
}

cat(object(
  c("codes", "structure", "values", "goalposts", "results", "treated", "treated_once", "loadings"),
  c(list_of(text(ASEM_iData$uCode)),
    list_of(sprintf("{\"id\":\"%s\",\"parent\":%s,\"direction\":%d,\"weight\":%d,\"isIndicator\":%s}",
      meta$iCode, ifelse(is.na(meta$Parent), "null", text(meta$Parent)), as.integer(meta$Direction),
      (match(meta$iCode, ASEM_iMeta$iCode) %% 3 + 1), tolower(meta$Type == "Indicator"))),
    object(codes, sapply(codes, function(i) list_of(number(data[[i]])))),
    object(codes, sapply(posts, function(p) list_of(number(p[1:2])))),
    paste0("[", paste(results, collapse = ",\n"), "]"),
    treatment(5), treatment(1),
    paste0("[", paste(loadings, collapse = ",\n"), "]"))), "\n", sep = "")
