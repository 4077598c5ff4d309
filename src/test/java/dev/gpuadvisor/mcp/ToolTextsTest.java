package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a person is shown of an answer, word for word. */
class ToolTextsTest {

  @Test
  void nameThePickAndWhatItSaves() {
    assertText(
        """
        Rent AMPERE_24 (runpod-serverless) for Qwen/Qwen2.5-14B-Instruct in 8bit (gptq-int8): \
        $0.684 per hour, $499.32 per month. The cheapest offer with high supply that runs 8bit with \
        room to spare (79.9% of its memory in use). Instead of A10G at $1.00 per hour, AMPERE_24 \
        saves 31.6%: $0.316 per hour, $7.584 per day, $230.68 per month. If it is out of supply: ADA_24_PRO at $1.116 per hour. The prices of RunPod Serverless \
        (flex workers, \
        2026-06-08) are too old to rely on: check them before renting.\
        """,
        "recommend_gpu",
        """
        {"model":"qwen2.5-14b","quantization":"8bit","current":"A10G","current_price_per_hour":1}\
        """);
  }

  @Test
  void speakTheLanguageAskedFor() {
    assertText(
        """
        Louer AMPERE_24 (runpod-serverless) pour Qwen/Qwen2.5-14B-Instruct en 8bit (gptq-int8) : \
        0,684 $ de l'heure, 68,40 $ par mois de 100 heures. L'offre la moins chère à disponibilité \
        élevée qui fait tourner 8bit avec de la marge (79,9 % de sa mémoire occupés). Au lieu de \
        AMPERE_16 à 0,576 $ de l'heure, AMPERE_24 coûte 18,8 % de plus : 0,108 $ de l'heure, \
        2,592 $ par jour, 10,80 $ par mois de 100 heures. Si elle est indisponible : ADA_24_PRO à \
        1,116 $ de l'heure. Les prix de RunPod Serverless (flex workers, \
        2026-06-08) sont trop anciens pour s'y fier : à vérifier avant de louer.\
        """,
        "recommend_gpu",
        """
        {"model":"qwen2.5-14b","current":"AMPERE_16","lang":"fr","hours_per_month":100}\
        """);
  }

  @Test
  void sayWhyThereIsNoPick() {
    assertText(
        """
        Nothing to recommend for meta-llama/Llama-3.1-405B-Instruct. No offer fits with \
        max_gpus=1: the model needs 762.0 GiB with bf16. With max_gpus=7 it fits on 7 x \
        HOPPER_141, at $39.06 per hour; a shorter context or fewer bits need less. The prices of RunPod Serverless (flex workers, \
        2026-06-08) are too old to rely on: check them before renting.\
        """,
        "recommend_gpu",
        """
        {"model":"llama-3.1-405b","quantization":"bf16"}\
        """);
  }

  @Test
  void sayWhatMemoryIsNeededAndWhetherACardHasIt() {
    assertText(
        """
        meta-llama/Llama-3.1-8B-Instruct in gptq-int8 needs 10.5 GiB of GPU memory, of which 8.6 \
        GiB are weights and 1.0 GiB are KV cache. On L4 it fills 46.7% of the usable memory.\
        """,
        "estimate_memory", "{\"model\":\"llama-3.1-8b\",\"card\":\"L4\"}");
    assertText(
        """
        meta-llama/Llama-3.1-70B-Instruct en fp8 demande 74,4 Gio de mémoire GPU, dont 67,7 Gio \
        pour les poids et 2,5 Gio pour le cache KV. Il ne tient pas sur 2 x L4. Il faut 37,5 Gio \
        sur chacun des 2 GPU ; seuls 20,3 Gio y sont utilisables.\
        """,
        "estimate_memory",
        "{\"model\":\"llama-3.1-70b\",\"card\":\"L4\",\"gpus\":2,\"lang\":\"fr\"}");
  }

  @Test
  void compareAndList() {
    assertText(
        """
        AMPERE_24 in 8bit: $0.684 per hour. The cheapest with room to spare: 79.9% of its memory \
        in use. ADA_24_PRO in 8bit: $1.116 per hour. 63.2% more expensive than AMPERE_24, with about \
        the same memory; what it buys is speed: 1,008 GB/s of memory bandwidth against 300 to \
        936 GB/s. The prices of RunPod Serverless (flex workers, \
        2026-06-08) are too old to rely on: check them before renting.\
        """,
        "compare_offers",
        """
        {"model":"qwen2.5-14b","offers":"AMPERE_24,ADA_24_PRO","quantization":"8bit"}\
        """);
    assertTrue(
        text("list_offers", "{\"min_supply\":\"high\"}")
            .startsWith("AMPERE_24: $0.684 per hour. ADA_24_PRO: $1.116 per hour. "));
    assertText(
        """
        AMPERE_24 (RunPod Serverless (flex workers)) costs $0.684 per hour, seen on 8 June 2026. \
        No other price of it is known.\
        """,
        "show_offer",
        "{\"id\":\"AMPERE_24\"}");
    assertText(
        "2 models: mixtral-8x7b-instruct-v0.1 and mixtral-8x22b-instruct-v0.1.",
        "find_models",
        "{\"search\":\"mixtral\"}");
    assertText(
        "The catalogue has nothing like that.", "find_models", "{\"search\":\"nothing like it\"}");
  }

  @Test
  void teach() {
    assertText(
        """
        Invalid parameters
        - lang (klingon): Must be one of the allowed values. Allowed: en and fr.
        - min_suply: There is no such parameter. Nearest: min_supply. Allowed: provider, \
        market, spot, region, card, min_memory_gib, sort, min_supply, budget_per_hour, budget_per_month, hours_per_month, currency, \
        usd_per_unit, lang, limit and fields.\
        """,
        "list_offers",
        "{\"lang\":\"klingon\",\"min_suply\":\"high\"}");
  }

  private static void assertText(String text, String tool, String arguments) {
    assertEquals(text, text(tool, arguments).replace('\u00a0', ' ').replace('\u202f', ' '));
  }

  private static String text(String tool, String arguments) {
    return Mcp.result(Mcp.stateless("tools/call", Mcp.call(tool, arguments)))
        .at("/content/0/text")
        .asText();
  }
}
