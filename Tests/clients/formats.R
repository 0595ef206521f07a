# Reads the files of a release with R, and compares values and types with those of atlas.geojson
# and datapackage.json: formats.R FOLDER
suppressPackageStartupMessages({
  library(sf)
  library(jsonlite)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
path <- function(name) file.path(folder, name)

check <- function(condition, ...) {
  if (!isTRUE(condition)) {
    message("formats: ", paste(..., collapse = " "))
    quit(status = 1)
  }
}

package <- read_json(path("datapackage.json"))
schemas <- Filter(function(r) r$path == "atlas.geojson", package$resources)
fields <- schemas[[1]]$schema$fields
types <- setNames(vapply(fields, `[[`, "", "type"), vapply(fields, `[[`, "", "name"))
features <- read_json(path("atlas.geojson"), digits = NA)$features
codes <- vapply(features, `[[`, "", "id")

# A column of atlas.geojson as R holds it.
truth <- function(name) {
  values <- lapply(features, function(f) f$properties[[name]])
  missing <- vapply(values, is.null, TRUE)
  values[missing] <- NA
  switch(types[[name]],
    string = vapply(values, as.character, ""), date = as.Date(vapply(values, as.character, "")),
    boolean = vapply(values, as.logical, TRUE),
    vapply(values, as.numeric, 0))
}

classes <- list(
  string = "character", object = "character", number = "numeric",
  integer = c("integer", "numeric", "integer64"), boolean = "logical",
  date = c("Date", "POSIXct"))

compare <- function(reader, table, guesses) {
  table <- table[match(codes, table$area_code), ]
  for (name in names(types)) {
    column <- table[[name]]
    # A reader that guesses takes a column without any value for whatever it likes.
    guessed <- guesses && all(is.na(column))
    check(
      guessed || class(column)[1] %in% classes[[types[[name]]]],
      reader, name, "is", class(column)[1])
    if (types[[name]] == "object") next
    # FlatGeobuf has no days, only times.
    if (types[[name]] == "date") column <- as.Date(format(column))
    expected <- truth(name)
    check(identical(is.na(as.vector(column)), is.na(expected)), reader, name, "has other gaps")
    known <- !is.na(expected)
    check(all(as.vector(column)[known] == expected[known]), reader, name, "has other values")
  }
  message("  ", reader, ": ", nrow(table), " areas, ", length(types), " columns")
}

check(length(codes) > 0, "there are no areas")
map_files <- c("atlas.gpkg", "atlas.fgb", "atlas.geojson", "atlas.geojsonl", "atlas.topojson")
for (name in map_files) {
  layer <- if (name == "atlas.gpkg") "areas" else st_layers(path(name))$name[1]
  table <- st_read(path(name), layer, quiet = TRUE, stringsAsFactors = FALSE)
  compare(paste("sf", name), table, grepl("json", name))
  check(all(st_is_valid(table)), name, "holds an area that is not valid")
}
for (name in c("atlas.csv", "atlas.xlsx")) {
  layer <- if (name == "atlas.csv") "atlas" else "areas"
  table <- st_read(
    path(name), layer, quiet = TRUE, stringsAsFactors = FALSE,
    options = if (name == "atlas.csv") "EMPTY_STRING_AS_NULL=YES" else character())
  compare(paste("sf", name), table, name == "atlas.xlsx")
}
areas <- read.csv(path("atlas.csv"), na.strings = "", colClasses = c(area_code = "character"))
for (name in names(types)[types == "boolean"]) areas[[name]] <- as.logical(areas[[name]])
for (name in names(types)[types == "date"]) areas[[name]] <- as.Date(areas[[name]])
compare("read.csv atlas.csv", areas, TRUE)

# Both files of the history say the same.
told <- read.csv(path("history.csv"), na.strings = "", colClasses = "character")
stored <- suppressWarnings(st_read(path("history.gpkg"), "history", quiet = TRUE))
check(identical(names(stored), names(told)), "history.gpkg has other columns")
told$value <- as.numeric(told$value)
check(isTRUE(all.equal(as.list(stored), as.list(told), tolerance = 0)), "history.gpkg differs")
message("  history.gpkg: ", nrow(stored), " rows")
