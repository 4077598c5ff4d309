package dev.gpuadvisor.catalogueimport.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.catalogueimport.Answer;
import dev.gpuadvisor.catalogueimport.Call;
import dev.gpuadvisor.catalogueimport.Csv;
import dev.gpuadvisor.catalogueimport.Importer;
import dev.gpuadvisor.catalogueimport.Mapping;
import dev.gpuadvisor.catalogueimport.Pages;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The public offer files of EC2, region by region, as CSV or JSON: hundreds of megabytes each, of
 * which one row at a time is in memory. What counts is an instance on demand, of shared tenancy,
 * with Linux and no other software, in a region proper and not a local zone. Keys: {@code g5.xlarge
 * us-east-1}.
 */
public final class AwsOfferFile implements Importer {

  private static final String PATH = "/offers/v1.0/aws/AmazonEC2/current/";
  private static final int BEGINNING = 64;

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public List<String> aliases() {
    return List.of("aws-ec2");
  }

  @Override
  public URI base() {
    return URI.create("https://pricing.us-east-1.amazonaws.com");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    AwsRates rates = new AwsRates(mapping);
    boolean first = true;
    for (String region : mapping.words(1)) {
      Call call = Call.get(PATH + region + "/index.csv");
      Optional<InputStream> file = first ? Optional.of(pages.open(call)) : pages.more(call);
      first = false;
      if (file.isPresent()) {
        try (BufferedInputStream in = new BufferedInputStream(file.get())) {
          read(in, rates);
        }
      }
    }
    return rates.answer();
  }

  private static void read(BufferedInputStream in, AwsRates rates) throws IOException {
    if (isJson(in)) {
      AwsOfferJson.read(in, rates);
    } else {
      readCsv(new BufferedReader(new InputStreamReader(in, UTF_8)), rates);
    }
  }

  /** Whatever blanks, and whichever mark of its encoding, it begins with. */
  private static boolean isJson(BufferedInputStream in) throws IOException {
    in.mark(BEGINNING);
    String beginning = new String(in.readNBytes(BEGINNING), UTF_8);
    in.reset();
    return beginning.replace("\uFEFF", "").stripLeading().startsWith("{");
  }

  /** Five lines with a name and a value stand before the names of the columns. */
  private static void readCsv(BufferedReader in, AwsRates rates) throws IOException {
    Csv rows =
        Csv.open(
            in,
            row -> {
              if (row.size() > 1 && row.get(0).equals("Publication Date")) {
                rates.published(row.get(1));
              }
              return row.contains("SKU") && row.contains("PricePerUnit");
            });
    for (Optional<Csv.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
      Csv.Row row = next.get();
      if (row.get("TermType").equals("OnDemand")
          && AwsRates.isPlain(row::get)
          && rates.isWanted(row::get)) {
        String key = AwsRates.key(row::get);
        rates.add(key, row.get("PricePerUnit"), row.get("Currency"), row.get("Unit"));
      }
    }
  }
}
