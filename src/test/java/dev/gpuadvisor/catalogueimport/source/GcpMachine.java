package dev.gpuadvisor.catalogueimport.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.catalogueimport.Csv;
import dev.gpuadvisor.catalogueimport.Mapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a machine of Google Compute Engine consists of.
 *
 * @param gpu how the descriptions of its GPU's SKUs begin, {@code Nvidia L4 GPU}
 * @param family how those of its cores and memory begin, {@code G2}
 * @param ramGib memory
 * @param ssdGib local disks that are part of it; 0 for none
 */
record GcpMachine(
    String name,
    String gpu,
    int gpus,
    String family,
    int cores,
    BigDecimal ramGib,
    BigDecimal ssdGib) {

  static List<GcpMachine> all() throws IOException {
    List<GcpMachine> machines = new ArrayList<>();
    try (BufferedReader in =
        Files.newBufferedReader(Mapping.DIRECTORY.resolve("gcp-machines.csv"), UTF_8)) {
      Csv rows = Csv.open(in, row -> row.contains("machine"));
      for (Optional<Csv.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        machines.add(
            new GcpMachine(
                row.get().get("machine"),
                row.get().get("gpu"),
                Integer.parseInt(row.get().get("gpus")),
                row.get().get("family"),
                Integer.parseInt(row.get().get("cores")),
                new BigDecimal(row.get().get("ram_gib")),
                new BigDecimal(row.get().get("ssd_gib"))));
      }
    }
    return machines;
  }
}
