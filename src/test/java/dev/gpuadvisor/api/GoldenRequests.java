package dev.gpuadvisor.api;

import java.util.List;
import java.util.stream.Stream;

/** What is asked for golden replies, and by whoever needs requests of every kind. */
public final class GoldenRequests {

  private static final String RECOMMEND = "/v1/recommendations?model=";
  private static final String ESTIMATE = "/v1/estimate?model=";
  private static final String JSON = "application/json";

  private GoldenRequests() {}

  public static Stream<Golden> all() {
    return Stream.of(
            recommendations(),
            loads(),
            estimates(),
            fineTuning(),
            unlisted(),
            lookups(),
            problems(),
            faultyPosts())
        .flatMap(List::stream);
  }

  /** Requests that are to be answered, in every way that they may be. */
  private static List<Golden> loads() {
    String llama = "llama-3.1-8b&quantization=16bit&input_tokens=1024&output_tokens=256";
    return List.of(
        recommendation(
            "load",
            llama + "&requests_per_second=8&max_first_token_seconds=0.5&max_load=1&limit=3"),
        recommendation("load-per-day", "llama-3.1-8b&requests_per_day=5000&peak_factor=3&lang=fr"),
        recommendation(
            "load-scaling",
            "llama-3.1-8b&provider=modal&quantization=8bit&requests_per_day=5000"
                + "&seconds_per_request=3&current=A10G&current_price_per_hour=1"),
        recommendation(
            "load-api",
            llama
                + "&provider=modal&requests_per_second=10&latency=batch"
                + "&api_usd_per_million_input=0.20&api_usd_per_million_output=0.60"),
        estimate(
            "load",
            "llama-3.1-8b&quantization=bf16&card=A10G&requests_per_second=8&output_tokens=256"),
        Golden.problem("problem-load-on-nothing", 400, ESTIMATE + "phi-4&requests_per_second=8"),
        recommendation(
            "load-too-fast", "llama-3.1-70b&requests_per_second=1&max_seconds_per_token=0.005"),
        recommendation(
            "load-of-experts",
            "deepseek-r1&quantization=fp8&provider=all&max_gpus=8&requests_per_second=1"
                + "&reasoning_tokens=2000&prefix_hit_rate=0.5&limit=2"),
        new Golden(
            "recommendation-load-own",
            200,
            "Recommendation",
            "POST",
            "/v1/recommendations",
            JSON,
            "{\"model\": \"llama-3.1-8b\", \"requests_per_second\": 0.3, \"limit\": 2, \"offers\":"
                + " [{\"id\": \"cellar\", \"card\": \"RTX 4090\", \"purchase_usd\": 3000,"
                + " \"years\": 3, \"watts\": 600, \"usd_per_kwh\": 0.3}]}"));
  }

  private static List<Golden> recommendations() {
    return List.of(
        recommendation("default", "qwen2.5-14b"),
        recommendation("8bit", "qwen2.5-14b&quantization=8bit"),
        recommendation("french", "qwen2.5-14b&lang=fr"),
        recommendation("32k", "qwen2.5-14b&context=32768"),
        recommendation(
            "users-adapter-current",
            "qwen2.5-14b&concurrency=4&lora_rank=16&current=A10G&current_price_per_hour=1.00"),
        recommendation("several-gpus", "llama-3.1-70b&quantization=bf16&max_gpus=4"),
        recommendation("deepseek-v3", "deepseek-v3&max_gpus=8"),
        recommendation("over-budget", "qwen2.5-14b&budget_per_hour=0.50&min_supply=high"),
        recommendation("french-over-budget", "qwen2.5-14b&budget_per_month=100&lang=fr"),
        recommendation("high-supply", "qwen2.5-14b&min_supply=high&quantization=4bit"),
        recommendation("nothing-fits", "llama-3.1-405b&quantization=bf16"),
        recommendation("beyond-the-model", "llama-2-7b&context=8192&quantization=fp8"),
        recommendation("part-time", "qwen2.5-14b&hours_per_month=160&current=AMPERE_48"),
        recommendation("price-alone", "qwen2.5-14b&current_price_per_hour=1&quantization=8bit"),
        recommendation(
            "starts",
            "qwen2.5-14b&quantization=8bit&lang=fr&hours_per_month=160&current=L4"
                + "&current_price_per_hour=0.43&startup_seconds=45&idle_seconds=5.5"
                + "&starts_per_hour=2"),
        recommendation(
            "all-providers", "qwen2.5-14b&quantization=8bit&provider=all&current=g5.xlarge"),
        recommendation("hourly-prices", "qwen2.5-14b&quantization=4bit&provider=hf-spaces&lang=fr"),
        recommendation("vllm", "llama-3.1-70b&runtime=vllm&max_gpus=8&concurrency=16"),
        recommendation(
            "llama-cpp", "qwen2.5-14b&runtime=llama.cpp&kv_cache=q8_0&quantization=6bit"),
        recommendation("fastest", "qwen2.5-14b&runtime=vllm&rank_by=speed&quantization=8bit"),
        recommendation(
            "cheapest-token",
            "qwen2.5-14b&runtime=vllm&rank_by=cost_per_token&min_tokens_per_second=30&lang=fr"));
  }

  private static Golden recommendation(String name, String query) {
    return Golden.get("recommendation-" + name, "Recommendation", RECOMMEND + query);
  }

  private static List<Golden> estimates() {
    String compare = "/v1/compare?model=qwen2.5-14b&offers=";
    return List.of(
        estimate("default", "qwen2.5-14b"),
        estimate("old-transformers", "qwen2-7b&runtime=transformers-4.40&quantization=bf16"),
        estimate(
            "adapters", "qwen2.5-14b&runtime=vllm&lora_rank=16&adapters=8&lora_targets=attention"),
        estimate("unsplittable", "qwen2.5-14b&runtime=vllm&card=L4&gpus=3"),
        estimate("latent-attention", "deepseek-v3&quantization=fp8&context=10000"),
        estimate("on-card", "llama-3.1-8b&quantization=bf16&card=L4"),
        estimate("on-two-cards", "llama-3.1-70b&quantization=4bit&card=RTX_4090&gpus=2"),
        estimate("too-large", "llama-3.1-70b&card=L4"),
        estimate("without-fp8", "llama-3.1-8b&quantization=fp8&card=RTX_3090&lang=fr"),
        Golden.get("compare", "Comparison", compare + "AMPERE_48,ADA_24_PRO,ADA_32_PRO"),
        Golden.get(
            "compare-32k", "Comparison", compare + "AMPERE_24&offers=AMPERE_16&context=32768"));
  }

  private static Golden estimate(String name, String query) {
    return Golden.get("estimate-" + name, "Estimate", ESTIMATE + query);
  }

  private static List<Golden> fineTuning() {
    return List.of(
        recommendation("lora-french", "llama-3.1-8b&task=lora&batch=2&lang=fr"),
        estimate("qlora", "llama-3.1-8b&task=qlora&sequence_length=4096&card=RTX_4090"),
        estimate("full-too-large", "llama-3.1-8b&task=full&card=H100_SXM"),
        fault("not-of-fine-tuning", "qwen2.5-14b&task=full&context=4096&lora_rank=8"),
        fault("fine-tuning-of-4bit", "qwen2.5-14b&task=lora&quantization=4bit"));
  }

  private static List<Golden> unlisted() {
    String sizes = "layers=32&hidden_size=4096&heads=32&kv_heads=8";
    return List.of(
        Golden.get("estimate-parameters", "Estimate", "/v1/estimate?parameters=14.8b"),
        Golden.get(
            "estimate-sizes",
            "Estimate",
            "/v1/estimate?" + sizes + "&feed_forward_size=14336&vocabulary=128256"),
        Golden.estimateOf(
            "estimate-config",
            200,
            """
            {"model_type": "qwen3_moe", "hidden_size": 2048, "intermediate_size": 6144,
             "moe_intermediate_size": 768, "num_experts": 128, "num_experts_per_tok": 8,
             "num_attention_heads": 32, "num_key_value_heads": 4, "head_dim": 128,
             "num_hidden_layers": 48, "vocab_size": 151936, "max_position_embeddings": 40960}
            """),
        Golden.estimateOf(
            "problem-config",
            400,
            "{\"model_type\": \"llama\", \"hidden_size\": -1, \"vocab_size\": \"many\"}"),
        Golden.problem("problem-two-models", 400, ESTIMATE + "phi-4&parameters=14b"),
        Golden.problem("problem-sizes-missing", 400, "/v1/estimate?" + sizes));
  }

  private static List<Golden> lookups() {
    return List.of(
        Golden.get("offers", "Offers", "/v1/offers"),
        Golden.get("offers-dated-differently", "Offers", "/v1/offers?provider=lambda-cloud"),
        Golden.get("offers-high-supply", "Offers", "/v1/offers?min_supply=high"),
        Golden.get("offer", "Offer", "/v1/offers/ampere-24"),
        Golden.get("models-search", "Models", "/v1/models?search=qwen2.5+instruct"),
        Golden.get("model-dense", "Model", "/v1/models/Qwen%2FQwen2.5-14B-Instruct"),
        Golden.get("model-experts", "Model", "/v1/models/mixtral-8x7b"),
        Golden.get("model-sliding-window", "Model", "/v1/models/gpt-oss-20b"),
        Golden.get("model-latent-attention", "Model", "/v1/models/deepseek-v3"),
        Golden.get("accuracy", "Accuracy", "/v1/accuracy"),
        Golden.get("health", "Health", "/health"));
  }

  private static List<Golden> problems() {
    return List.of(
        fault("unknown-model", "qwen2.5-41b"),
        fault("misspelt", "qwen2.5-14b&quantisation=8bit"),
        fault("two-faults", "qwen2.5-14b&context=-1&budget_per_hour=abc"),
        fault("french", "qwen2.5-14b&context=99999999999&lang=fr"),
        fault("given-twice", "qwen2.5-14b&context=4096&context=8192"),
        fault("output-beyond-context", "qwen2.5-14b&context=4096&output_tokens=4097"),
        fault("cache-not-in-runtime", "qwen2.5-14b&runtime=transformers&kv_cache=fp8"),
        fault("format-of-experts", "qwen2.5-14b&quantization=mxfp4"),
        fault("card-without-price", "qwen2.5-14b&current=A10G"),
        fault("percent-sign", "qwen2.5-14b&runtime=100%"),
        Golden.problem("problem-missing", 400, "/v1/recommendations"),
        Golden.problem("problem-gpus-of-nothing", 400, ESTIMATE + "qwen2.5-14b&gpus=2"),
        Golden.problem("problem-no-path", 404, "/v1/recomendations?model=qwen2.5-14b"),
        Golden.problem("problem-no-offer", 404, "/v1/offers/AMPERE_25"),
        Golden.problem("problem-no-model", 404, "/v1/models/gpt-oss-21b?lang=fr"),
        new Golden("problem-method", 405, "Problem", "DELETE", "/v1/offers", "", ""));
  }

  private static Golden fault(String name, String query) {
    return Golden.problem("problem-" + name, 400, RECOMMEND + query);
  }

  private static List<Golden> faultyPosts() {
    return List.of(
        Golden.faultyPost("problem-broken-json", 400, JSON, "{\"model\":\n  \"qwen2.5-14b\","),
        Golden.faultyPost("problem-not-an-object", 400, JSON, "[\"qwen2.5-14b\"]"),
        Golden.faultyPost(
            "problem-no-scalar", 400, JSON, "{\"model\":null,\"context\":{},\"users\":[]}"),
        Golden.faultyPost("problem-too-large", 413, JSON, " ".repeat(4_200_000)),
        Golden.faultyPost("problem-media-type", 415, "text/csv", "model,qwen2.5-14b"),
        Golden.faultyPost(
            "problem-too-many", 400, "application/x-www-form-urlencoded", "a=1&".repeat(101)));
  }
}
