package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.lexicon.Reading.Exact;
import dev.gpuadvisor.lexicon.Reading.NotCovered;
import dev.gpuadvisor.lexicon.Reading.Taken;
import dev.gpuadvisor.lexicon.Reading.Unknown;
import dev.gpuadvisor.lexicon.Reading.Why;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Providers by market name: one of them may have several price lists. */
final class ProviderNames {

  /** What the lists of a provider start with, by what people call it. */
  private static final Map<String, String> STARTS =
      Map.ofEntries(
          Map.entry("aws", "aws"),
          Map.entry("amazon", "aws"),
          Map.entry("ec2", "aws"),
          Map.entry("amazonaws", "aws"),
          Map.entry("amazonwebservices", "aws"),
          Map.entry("awsec2", "aws"),
          Map.entry("amazonec2", "aws"),
          Map.entry("gcp", "gcp"),
          Map.entry("google", "gcp"),
          Map.entry("gce", "gcp"),
          Map.entry("googlecloud", "gcp"),
          Map.entry("googlecloudplatform", "gcp"),
          Map.entry("googlecomputeengine", "gcp"),
          Map.entry("computeengine", "gcp"),
          Map.entry("microsoft", "azure"),
          Map.entry("msazure", "azure"),
          Map.entry("microsoftazure", "azure"),
          Map.entry("azurevm", "azure"),
          Map.entry("hf", "hf"),
          Map.entry("huggingface", "hf"),
          Map.entry("hub", "hf"),
          Map.entry("hfendpoints", "hfinferenceendpoints"),
          Map.entry("inferenceendpoints", "hfinferenceendpoints"),
          Map.entry("huggingfaceendpoints", "hfinferenceendpoints"),
          Map.entry("huggingfaceinferenceendpoints", "hfinferenceendpoints"),
          Map.entry("runpodsecure", "runpodpods"),
          Map.entry("runpodsecurecloud", "runpodpods"),
          Map.entry("runpodpod", "runpodpods"),
          Map.entry("runpodcommunitycloud", "runpodcommunity"),
          Map.entry("lambda", "lambda"),
          Map.entry("lambdalabs", "lambda"),
          Map.entry("lambdacloud", "lambda"),
          Map.entry("lambdaai", "lambda"),
          Map.entry("datacrunch", "verda"),
          Map.entry("do", "digitalocean"),
          Map.entry("oci", "oracle"),
          Map.entry("oraclecloud", "oracle"),
          Map.entry("ovh", "ovhcloud"),
          Map.entry("ovhcloud", "ovhcloud"),
          Map.entry("vast", "vast"),
          Map.entry("vastai", "vast"),
          Map.entry("vast.ai", "vast"),
          Map.entry("together", "together"),
          Map.entry("togetherai", "together"),
          Map.entry("linode", "akamai"),
          Map.entry("modallabs", "modal"),
          Map.entry("fal.ai", "fal"),
          Map.entry("jarvis", "jarvislabs"),
          Map.entry("nexgencloud", "hyperstack"));

  private final NameIndex<PriceList> index;
  private final UncoveredNames uncovered;

  ProviderNames(NameIndex<PriceList> index, UncoveredNames uncovered) {
    this.index = index;
    this.uncovered = uncovered;
  }

  Reading<List<PriceList>> read(String text) {
    Optional<PriceList> named = index.find(text);
    if (named.isPresent()) {
      return new Exact<>(List.of(named.get()));
    }
    String key = NameIndex.key(text);
    List<PriceList> lists = starting(STARTS.getOrDefault(key, key));
    if (!lists.isEmpty()) {
      return new Taken<>(lists, Why.OTHER_NAME, List.of());
    }
    Optional<Uncovered> kind =
        STARTS.containsKey(key)
            ? Optional.of(Uncovered.OTHER_PROVIDER)
            : uncovered.kind(UncoveredNames.Scope.PROVIDER, text);
    return kind.isPresent()
        ? new NotCovered<>(kind.get(), List.of())
        : new Unknown<>(Near.ids(text, index));
  }

  /** {@code runpod} means its serverless workers and its pods. */
  private List<PriceList> starting(String start) {
    return start.length() < 2
        ? List.of()
        : index.all().stream()
            .filter(list -> isOf(list.provider().toLowerCase(Locale.ROOT), start))
            .toList();
  }

  private static boolean isOf(String provider, String start) {
    String key = NameIndex.key(provider);
    return key.equals(start)
        || provider.startsWith(start + "-")
        || start.length() > 3 && key.startsWith(start);
  }
}
