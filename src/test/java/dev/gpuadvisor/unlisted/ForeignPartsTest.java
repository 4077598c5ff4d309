package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.problem.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is no language model, or holds a part that no formula counts, is refused for that; counts
 * are those of transformers 5.24 on the meta device, Arctic's the sum of its published sizes.
 */
class ForeignPartsTest {

  private static final String LAYERS =
      "\"hidden_size\":768,\"num_hidden_layers\":12,\"num_attention_heads\":12,"
          + "\"intermediate_size\":3072";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "is_encoder_decoder;{'model_type':'t5','d_model':512,'is_encoder_decoder':true,'vocab_size':32128}",
        "encoder_layers;{'model_type':'bart','d_model':1024,'encoder_layers':12,'vocab_size':50265}",
        "type_vocab_size;{'model_type':'big_bird',LAYERS,'vocab_size':30000,'type_vocab_size':2}",
        "attention_probs_dropout_prob;{'model_type':'rembert',LAYERS,'vocab_size':30000,"
            + "'attention_probs_dropout_prob':0.1}",
        "num_codebooks;{'model_type':'csm',LAYERS,'vocab_size':2051,'num_codebooks':32}",
        "flow_head_config;{'model_type':'pocket_tts',LAYERS,'vocab_size':4000,"
            + "'flow_head_config':{'hidden_size':512}}",
        "per_layer_config;{'model_type':'other_text',LAYERS,'vocab_size':262144,"
            + "'per_layer_config':{'05':{'head_dim':512}}}",
        "projection_dim;{'model_type':'clip_text_model',LAYERS,'vocab_size':49408,"
            + "'projection_dim':512}",
        "upsampling_factor;{'model_type':'nemotron3_5_transcribe_word_timestamp',LAYERS,"
            + "'vocab_size':1024,'upsampling_factor':2}",
        "lru_width;{'model_type':'other_recurrent',LAYERS,'vocab_size':256000,'lru_width':2560}",
        "model_type;{'model_type':'dinov3_vit',LAYERS,'image_size':224,'patch_size':16}",
        "encoder_config;{'model_type':'other_speech','encoder_config':{'hidden_dim':1024},"
            + "'text_config':{'model_type':'granite',LAYERS,'vocab_size':49160}}",
        "architectures;{'model_type':'llama','architectures':['LlamaForCausalLMEagle3'],LAYERS,"
            + "'vocab_size':128256,'draft_vocab_size':32000}",
        "draft_vocab_size;{'model_type':'llama','architectures':['LlamaForCausalLM'],LAYERS,"
            + "'vocab_size':128256,'draft_vocab_size':32000}",
        "model_type;{'model_type':'gemma4_unified_assistant',LAYERS,'vocab_size':262144}",
        "model_type;{'model_type':'diffusion_gemma',LAYERS,'vocab_size':262144}",
        "model_type;{'model_type':'llada2_moe',LAYERS,'vocab_size':157184,'num_experts':256}",
        "model_type;{'model_type':'siglip_text_model',LAYERS,'vocab_size':32000}",
        "model_type;{'model_type':'mlp_speculator',LAYERS,'vocab_size':128256}",
        "architectures;{'model_type':'deepseek_v3','architectures':['DeepseekV3ForCausalLMNextN'],"
            + "LAYERS,'vocab_size':129280}",
        "model_type;{'model_type':'vision-text-dual-encoder',"
            + "'text_config':{'model_type':'bert',LAYERS,'vocab_size':30522},"
            + "'vision_config':{'model_type':'vit'}}"
      })
  void areRefusedByTheirName(String field, String config) {
    ConfigModel.Read read = read(config.replace("LAYERS", LAYERS));

    assertTrue(read.model().isEmpty());
    List<String> fields = read.faults().stream().map(Fault::parameter).toList();
    assertEquals(1, fields.size(), fields.toString());
    assertTrue(fields.get(0).endsWith("." + field), fields.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "6921720704;{'model_type':'falcon','hidden_size':4544,'num_hidden_layers':32,"
            + "'num_attention_heads':71,'num_kv_heads':71,'multi_query':true,'vocab_size':65024}",
        "2705497600;{'model_type':'lfm2','hidden_size':2560,'num_hidden_layers':32,"
            + "'num_attention_heads':32,'num_key_value_heads':8,'intermediate_size':12288,"
            + "'vocab_size':65536,'full_attn_idxs':["
            + "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]}",
        "478584608768;{'model_type':'arctic','hidden_size':7168,'num_hidden_layers':35,"
            + "'num_attention_heads':56,'num_key_value_heads':8,'intermediate_size':4864,"
            + "'num_local_experts':128,'num_experts_per_tok':2,'moe_layer_frequency':1,"
            + "'parallel_attn_mlp_res':true,'use_residual':true,'vocab_size':32000}",
        "1315575808;{'model_type':'gpt_neo','hidden_size':2048,'num_layers':24,'num_heads':16,"
            + "'vocab_size':50257,'max_position_embeddings':2048}",
        "13483008;{'model_type':'electra','hidden_size':256,'embedding_size':128,"
            + "'num_hidden_layers':12,'num_attention_heads':4,'intermediate_size':1024,"
            + "'vocab_size':30522,'max_position_embeddings':512,'type_vocab_size':2}"
      })
  void areNotFoundInWhatIsUnderstood(long parameters, String config) {
    Model model = read(config).model().orElseThrow();

    assertEquals(parameters, model.parameters());
  }

  /** Files made by hand or by other tools have {@code "8"} and {@code 8.0} for 8. */
  @ParameterizedTest
  @CsvSource({"12", "'\"12\"'", "12.0", "'\"12.00\"'"})
  void wholeNumbersAreReadHoweverTheyAreWritten(String number) {
    String config = "{'model_type':'llama'," + LAYERS + ",'vocab_size':32000}";
    String written = config.replace("\"num_hidden_layers\":12", "\"num_hidden_layers\":" + number);

    assertEquals(
        read(config).model().orElseThrow().parameters(),
        read(written).model().orElseThrow().parameters());
  }

  @Test
  void falconKeepsOneHeadWhateverItIsSaidToHave() {
    Model model =
        read("{'model_type':'falcon','hidden_size':4544,'num_hidden_layers':32,"
                + "'num_attention_heads':71,'num_kv_heads':71,'vocab_size':65024}")
            .model()
            .orElseThrow();

    assertEquals(2L * 64 * 32 * 100, model.shape().cacheElements(100));
  }

  private static ConfigModel.Read read(String config) {
    return ConfigModel.read(ConfigFields.parse(config.replace('\'', '"')).orElseThrow());
  }
}
