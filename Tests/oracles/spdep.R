# Analytic values of spdep on the lattices, Columbus and NC SIDS of global_statistics.json, with
# binary weights of the same neighbours.
#
# usage: Rscript spdep.R global_statistics.json > spdep.json
# needs the Debian packages r-cran-spdep and r-cran-jsonlite
suppressMessages({
  library(spdep)
  library(jsonlite)
})

cases <- fromJSON(commandArgs(TRUE)[1], simplifyVector = FALSE)$cases
numbers <- function(x) as.list(as.numeric(x))

results <- lapply(cases, function(case) {
  x <- unlist(case$values)
  neighbours <- lapply(case$weights, function(row) {
    if (length(row) == 0) 0L else sort(as.integer(sapply(row, function(link) link[[1]])) + 1L)
  })
  nb <- structure(neighbours, class = "nb", region.id = as.character(seq_along(x)))
  weights <- nb2listw(nb, style = "B", zero.policy = TRUE)
  moran <- moran.test(x, weights, zero.policy = TRUE)$estimate
  local <- localmoran(x, weights, conditional = TRUE, mlvar = TRUE, zero.policy = TRUE)
  g <- if (all(x >= 0)) globalG.test(x, weights, zero.policy = TRUE)$estimate else NULL
  fact <- factor(x > median(x))
  joins <- joincount.test(fact, weights, zero.policy = TRUE)[[2]]$estimate
  list(
    name = case$name,
    gi = numbers(localG(x, weights, zero.policy = TRUE)),
    gi_star = numbers(localG(x, nb2listw(include.self(nb), style = "B"))),
    gi_star_standardised = numbers(localG(x, nb2listw(include.self(nb), style = "W"))),
    local_moran = numbers(local[, "Ii"]),
    local_moran_z = numbers(local[, "Z.Ii"]),
    moran = numbers(moran),
    g = if (is.null(g)) NULL else numbers(g),
    joins = numbers(joins)
  )
})
cat(toJSON(results, auto_unbox = TRUE, digits = NA, null = "null", na = "null"), "\n")
