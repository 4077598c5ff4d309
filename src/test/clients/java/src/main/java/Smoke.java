import dev.gpuadvisor.client.ApiClient;
import dev.gpuadvisor.client.ApiException;
import dev.gpuadvisor.client.api.DefaultApi;
import dev.gpuadvisor.client.model.EstimateByPostRequest;

/** Asks by the generated client, as its users would. */
public final class Smoke {

  private Smoke() {}

  public static void main(String[] arguments) throws ApiException {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    DefaultApi api = new DefaultApi(client);

    EstimateByPostRequest question =
        new EstimateByPostRequest()
            .model("qwen2.5-14b")
            .quantization(EstimateByPostRequest.QuantizationEnum._8BIT);
    double gib = api.estimateByPost(question).getEstimate().getMemory().getRequiredGib();
    require(gib > 10 && gib < 30, "memory of qwen2.5-14b in 8 bit: " + gib);
    long parameters = api.showModel("qwen2.5-14b", null, null).getModel().getParameters();
    require(parameters > 14_000_000_000L, "parameters: " + parameters);
    double cut =
        api.estimateByPost(question.addFieldsItem("memory.required_gib"))
            .getEstimate()
            .getMemory()
            .getRequiredGib();
    require(cut == gib, "a part of the answer: " + cut);
    try {
      api.showModel("nothing-like-it", null, null);
      throw new AssertionError("answered what there is not");
    } catch (ApiException e) {
      require(e.getCode() == 404, e.getMessage());
    }
    System.out.println("   java: qwen2.5-14b in 8 bit takes " + gib + " GiB");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
