package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of gpuhunt and SkyPilot, however they are written. */
class SecondSourceTest {

  private static final String GPUHUNT =
      """
      instance_name,location,price,spot
      g6e.xlarge,us-east-1,1.9,False
      g6e.xlarge,us-east-1,0.95,True
      """;

  @TempDir Path directory;

  private SecondSource read(String text) throws IOException {
    return SecondSource.read(Files.writeString(directory.resolve("prices.csv"), text));
  }

  private static void says(String price, SecondSource source, String key) {
    assertEquals(Optional.of(new BigDecimal(price)), source.price(key), key);
  }

  private static void saysBoth(SecondSource source) {
    says("1.9", source, "g6e.xlarge us-east-1");
    says("0.95", source, "g6e.xlarge us-east-1 spot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GPUHUNT,
        // a mark at the start, and the line ends of Windows
        "\uFEFFinstance_name,location,price,spot\r\ng6e.xlarge,us-east-1,1.9,False\r\n"
            + "g6e.xlarge,us-east-1,0.95,TRUE",
        // everything in quotes, and columns that nobody knows
        "\uFEFF\"provider_data\",\"spot\",\"price\",\"location\",\"instance_name\"\n"
            + "\"{\"\"a\"\": [1,\n2]}\",\"false\",\"1.9\",\"us-east-1\",\"g6e.xlarge\"\n\n"
            + "\"\",\"true\",\"0.95\",\"us-east-1\",\"g6e.xlarge\",\"more\"",
        // blanks around
        " instance_name , location , price , spot \n g6e.xlarge , us-east-1 , 1.9 , false\n"
            + "\"g6e.xlarge\", \"us-east-1\", \"0.95\", \"true\" \n",
        // SkyPilot, in two orders
        "InstanceType,GpuInfo,Price,SpotPrice,Region,AvailabilityZone\n"
            + "g6e.xlarge,\"{'Gpus': [{'Name': 'L40S', 'Count':"
            + " 1}]}\",1.9,0.95,us-east-1,us-east-1b\n",
        "SpotPrice,Region,Price,InstanceType\n"
            + "0.95,us-east-1,1.9,g6e.xlarge\n"
            + ",us-east-1,,g6e.xlarge\n",
      })
  void readsEveryForm(String text) throws IOException {
    saysBoth(read(text));
  }

  @Test
  void whatHasNoSpotPriceConfirmsNone() throws IOException {
    SecondSource source = read("Price,Region,InstanceType\n1.9,us-east-1,g6e.xlarge");
    says("1.9", source, "g6e.xlarge us-east-1");
    assertTrue(source.price("g6e.xlarge us-east-1 spot").isEmpty());
  }

  @Test
  void whatHasNoRegionIsOfAny() throws IOException {
    says("1.9", read("Price,InstanceType\n1.9,g6e.xlarge"), "g6e.xlarge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2.3", ".", "-1", "0", "0.000", "NaN", "n/a", "$1.9", "1,9"})
  void whatIsNoPriceConfirmsNothing(String price) throws IOException {
    SecondSource source = read("InstanceType,Price\ng6e.xlarge,\"" + price + "\"\n");
    assertTrue(source.price("g6e.xlarge").isEmpty());
  }

  @Test
  void twoPricesOfOneKeyConfirmNeither() throws IOException {
    SecondSource source = read("InstanceType,Price,Region\na,1,x\na,2,y\nb,3,x\nb,3.0,y\n");
    assertTrue(source.price("a").isEmpty());
    says("1", source, "a x");
    says("3", source, "b");
  }

  @Test
  void confirmsUpToRounding() throws IOException {
    SecondSource source = read(GPUHUNT);
    String key = "g6e.xlarge us-east-1";
    assertTrue(source.confirms(key, new BigDecimal("1.93")));
    assertTrue(source.confirms(key, new BigDecimal("1.87")));
    assertFalse(source.confirms(key, new BigDecimal("1.94")));
    assertFalse(source.confirms(key, new BigDecimal("1.86")));
  }

  @Test
  void readsWhatIsCompressed() throws IOException {
    Path zip = directory.resolve("catalog.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : new String[] {"v3/", "v3/README.md", "v3/aws.csv"}) {
        out.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          out.write((name.endsWith(".csv") ? GPUHUNT : "about, prices").getBytes(UTF_8));
        }
      }
    }
    saysBoth(SecondSource.read(zip));

    Path gzip = directory.resolve("aws.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(GPUHUNT.getBytes(UTF_8));
    }
    saysBoth(SecondSource.read(gzip));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "instance_name,location\na,b\n", "InstanceType,price\na,1\n", "<html>"})
  void refusesWhatHasNoPrices(String text) {
    assertThrows(ImportException.class, () -> read(text));
  }
}
