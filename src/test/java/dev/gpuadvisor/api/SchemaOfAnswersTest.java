package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer is what the OpenAPI document says it is. */
class SchemaOfAnswersTest {

  static Stream<Golden> replies() {
    return GoldenRequests.all();
  }

  static Stream<Model> models() {
    return BundledCatalog.catalog().models().all().stream()
        .filter(model -> model.kind() == ModelKind.GENERATOR);
  }

  static Stream<Offer> offers() {
    return BundledCatalog.catalog().offers().all().stream();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void holdsForReply(Golden golden) {
    Schemas.assertValid(golden.schema(), Asking.text(golden.ask()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void holdsForModel(Model model) {
    Schemas.assertValid("Model", Asking.text(Asking.get("/v1/models/" + model.id())));
    Schemas.assertValid("Recommendation", recommendation(model, ""));
    Schemas.assertValid("Recommendation", recommendation(model, "&max_gpus=16&quantization=16bit"));
    Schemas.assertValid(
        "Recommendation", recommendation(model, "&max_gpus=16&context=16777216&concurrency=4096"));
  }

  @ParameterizedTest
  @MethodSource("offers")
  void holdsForOffer(Offer offer) {
    Schemas.assertValid("Offer", Asking.text(Asking.get("/v1/offers/" + offer.id())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models", "/v1/models?search=nothing+like+this"})
  void holdsForModels(String target) {
    Schemas.assertValid("Models", Asking.text(Asking.get(target)));
  }

  @Test
  void holdsForTheDocumentItself() {
    Schemas.assertValid("OpenApi", Asking.text(Asking.get("/openapi")));
  }

  /** A schema that accepts anything would pass all of the above. */
  @Test
  void refusesWhatIsNotThere() {
    String offers = Asking.text(Asking.get("/v1/offers"));

    assertFalse(
        Schemas.of("Offers")
            .validate(offers.replaceFirst("\"supply\"", "\"stock\""), InputFormat.JSON)
            .isEmpty());
  }

  @Test
  void isWellFormedItself() {
    SchemaLocation rules = SchemaLocation.of(VersionFlag.V202012.getId());

    Asking.json(Schemas.components())
        .path("schemas")
        .forEach(
            schema ->
                assertEquals(
                    Set.of(),
                    JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(rules)
                        .validate(schema)));
  }

  private static String recommendation(Model model, String more) {
    return Asking.text(Asking.get("/v1/recommendations?model=" + model.id() + more));
  }
}
