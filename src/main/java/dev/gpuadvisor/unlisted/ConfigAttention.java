package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Attention.Grouped.Projections;
import dev.gpuadvisor.catalog.Attention.Latent;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.ArrayList;
import java.util.List;

/** How the layers of a configuration attend, and what they keep. */
record ConfigAttention(
    ConfigReader reader, Architecture type, LayerPlan plan, int hidden, int maxContext) {

  static final int MOST_WINDOW = 1 << 24;

  /** Never empty: where something is missing that is a fault already. */
  List<AttentionLayers> groups() {
    List<AttentionLayers> groups = new ArrayList<>();
    switch (type) {
      case GEMMA4, GEMMA3N -> new UnusualAttention(this).gemma(groups);
      case MIMO2 -> new UnusualAttention(this).mimo(groups);
      case DEEPSEEK4 -> new UnusualAttention(this).deepSeek4(groups);
      case NEMOTRON_NAS -> new UnusualAttention(this).nas(groups);
      case ZAMBA2 -> new UnusualAttention(this).zamba(groups);
      case MAMBA -> {
        return List.of(AttentionLayers.full(0, new Grouped(1, 1, 1)));
      }
      default -> usual(groups);
    }
    groups.removeIf(group -> group.layers() == 0);
    if (groups.isEmpty()) {
      reader.refuse("layer_types", Msg.Fault.configNoAttention());
      groups.add(AttentionLayers.full(1, new Grouped(1, 1, 1)));
    }
    return groups;
  }

  private void usual(List<AttentionLayers> groups) {
    boolean latent = type.has(Trait.LATENT) && reader.flag("use_mla", true);
    Attention attention = latent ? latentAttention("") : grouped();
    boolean doubled = reader.text("model_type").equals("longcat_flash");
    int full = plan.count(Part.FULL) * (doubled ? 2 : 1);
    int sliding = plan.count(Part.SLIDING);
    int window = sliding > 0 ? window() : 0;
    if (window >= maxContext || window == 0) {
      groups.add(AttentionLayers.full(full + sliding, attention));
    } else {
      groups.add(AttentionLayers.full(full, attention));
      Keeps keeps = type == Architecture.LLAMA4 ? Keeps.CHUNKS : Keeps.TOKENS;
      groups.add(new AttentionLayers(sliding, sliding(attention), window, 1, keeps));
    }
    int cross = plan.count(Part.CROSS);
    groups.add(new AttentionLayers(cross, attention, 0, 1, Keeps.ENCODED));
  }

  /** Some have more heads, or other ranks, in the layers with a window. */
  private Attention sliding(Attention attention) {
    if (type == Architecture.LAGUNA && attention instanceof Grouped grouped) {
      List<Integer> heads = reader.counts("num_attention_heads_per_layer", Shape.MAX_HEADS);
      int most = heads.stream().mapToInt(Integer::intValue).max().orElse(grouped.heads());
      return new Grouped(Math.max(1, most), grouped.kvHeads(), grouped.headDim());
    }
    if (type == Architecture.INKLING && attention instanceof Grouped grouped) {
      return new Grouped(
          reader.count("swa_num_attention_heads", Shape.MAX_HEADS, grouped.heads()),
          reader.count("swa_num_key_value_heads", Shape.MAX_HEADS, 16),
          reader.count("swa_head_dim", Shape.MAX_HEAD_DIM, grouped.headDim()));
    }
    if (type == Architecture.STEP3 && attention instanceof Grouped grouped) {
      int heads =
          reader.count(
              "attention_other_setting.num_attention_heads", Shape.MAX_HEADS, grouped.heads());
      return new Grouped(heads, grouped.kvHeads(), grouped.headDim());
    }
    int first = plan.parts().indexOf(Part.SLIDING);
    String own = String.format("per_layer_config.%02d.", first);
    return type.has(Trait.LATENT) && reader.has(own + "kv_lora_rank")
        ? latentAttention(own)
        : attention;
  }

  private Latent latentAttention(String own) {
    int heads = latentSize(own, "num_attention_heads", Shape.MAX_HEADS);
    return new Latent(
        heads,
        latentSize(own, "kv_lora_rank", Shape.MAX_RANK),
        reader.countFromZero("q_lora_rank", Shape.MAX_RANK, 0),
        reader.countFromZero("qk_rope_head_dim", Shape.MAX_HEAD_DIM, 64),
        latentSize(own, "qk_nope_head_dim", Shape.MAX_HEAD_DIM),
        reader.count(
            "v_head_dim",
            Shape.MAX_HEAD_DIM,
            reader.text("model_type").equals("minicpm3") ? Math.max(1, hidden / heads) : 128),
        reader.flag("mla_use_output_gate", reader.text("model_type").startsWith("hy_v4")));
  }

  private int latentSize(String own, String name, int most) {
    return reader.has(own + name) ? reader.count(own + name, most) : reader.count(name, most);
  }

  int window() {
    String name =
        reader.anyOf(
            "sliding_window",
            "sliding_window_size",
            "attention_chunk_size",
            "attention_window_size");
    int usual =
        switch (type) {
          case GEMMA2, GEMMA3, COHERE2, OLMO2, EXAONE4 -> 4096;
          case GPT_OSS, MIMO2 -> 128;
          case MODERN_DECODER -> Math.max(1, reader.count("local_attention", MOST_WINDOW, 128) / 2);
          case GEMMA3N, GEMMA4 -> 512;
          case RECURRENT_GEMMA -> 2048;
          case LLAMA4 -> 8192;
          case INKLING -> 512;
          default -> MOST_WINDOW;
        };
    return type == Architecture.LLAMA4
        ? reader.count("attention_chunk_size", MOST_WINDOW, usual)
        : reader.count(name, MOST_WINDOW, usual);
  }

  int heads() {
    String name =
        reader.anyOf("num_attention_heads", "n_head", "num_heads", "n_heads", "attention_heads");
    int usual =
        switch (type) {
          case GEMMA3, GEMMA3N -> 8; // their configurations leave out what is usual
          case LLAMA, MISTRAL -> reader.isPart() ? 32 : 0;
          default -> 0;
        };
    return usual == 0
        ? reader.count(name, Shape.MAX_HEADS)
        : reader.count(name, Shape.MAX_HEADS, usual);
  }

  private int kvHeads(int heads) {
    if (type == Architecture.FALCON && !reader.flag("new_decoder_architecture", false)) {
      return reader.flag("multi_query", true) ? 1 : heads; // whatever num_kv_heads says
    }
    if (reader.text("model_type").equals("gpt_bigcode")) {
      return reader.flag("multi_query", true) ? 1 : heads;
    }
    int usual =
        switch (type) {
          case GEMMA3 -> 4;
          case GEMMA3N -> 2;
          default -> heads;
        };
    String name =
        reader.anyOf(
            "num_key_value_heads",
            "num_kv_heads",
            "n_head_kv",
            "multi_query_group_num",
            "attn_config.kv_n_heads",
            "num_attention_groups");
    return reader.count(name, Shape.MAX_HEADS, usual);
  }

  Grouped grouped() {
    int heads = heads();
    int kvHeads = kvHeads(heads);
    boolean gemma3 = type == Architecture.GEMMA3 || type == Architecture.GEMMA3N;
    int usual = gemma3 || type == Architecture.GEMMA4 ? 256 : Math.max(1, hidden / heads);
    String name = reader.anyOf("head_dim", "attention_head_dim", "kv_channels");
    int headDim = reader.count(name, Shape.MAX_HEAD_DIM, usual);
    if (headDim > Shape.MAX_HEAD_DIM && reader.faults().isEmpty()) {
      Message most = Msg.Fault.headDim(Shape.MAX_HEAD_DIM);
      reader.refuse("num_attention_heads", most);
    }
    if (heads % kvHeads != 0 && reader.faults().isEmpty()) {
      reader.refuse("num_key_value_heads", Msg.Fault.kvHeads(heads));
    }
    boolean gated = type.has(Trait.GATED_QUERY);
    Projections projections = gated ? Projections.GATED : Projections.PLAIN;
    return new Grouped(heads, kvHeads, headDim, headDim, projections);
  }
}
