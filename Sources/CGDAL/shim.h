#ifndef INCLUSION_ATLAS_CGDAL_SHIM_H
#define INCLUSION_ATLAS_CGDAL_SHIM_H

/* With DEBUG set, GDAL's headers give every handle a type of its own instead of
   `void *`, so that Swift refuses a layer where a data set belongs. The binary
   interface is the same either way. */
#define DEBUG 1
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <ogr_recordbatch.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#undef DEBUG

#endif
