package dev.gpuadvisor.cataloguediff;

import java.util.List;

/** Where the files of a catalogue stand. */
interface CatalogueSource {

  String PRICE_LISTS = "price-lists/";

  /** The text of a file; null where there is none of that name. */
  String content(String file);

  /** The price lists that are there, by their names in the catalogue. */
  List<String> priceLists();
}
