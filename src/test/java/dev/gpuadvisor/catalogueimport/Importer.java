package dev.gpuadvisor.catalogueimport;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Reads what one provider answers. What that means for our lists, a mapping file says. */
public interface Importer {

  /** The name that the command takes, and that of the mapping file. */
  String name();

  /** Where the provider answers. */
  URI base();

  /**
   * @param mapping what we know of the provider: an importer asks for the regions in it, and no
   *     more
   * @throws ImportException if the answer is not of the form that is documented
   */
  Answer read(Pages pages, Mapping mapping) throws IOException;

  /** Other names of the command. */
  default List<String> aliases() {
    return List.of();
  }
}
