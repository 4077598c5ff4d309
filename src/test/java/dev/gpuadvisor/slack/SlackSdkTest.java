package dev.gpuadvisor.slack;

import static dev.gpuadvisor.slack.Slack.NOW;
import static dev.gpuadvisor.slack.Slack.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadDetector;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slack's own SDK as a second opinion on signatures, forms and blocks. */
class SlackSdkTest {

  private static final int LINES = Integer.getInteger("slack.lines", 1_000);

  private final SlackSignature.Generator generator = new SlackSignature.Generator(SECRET);
  private final SlackSignature.Verifier verifier = new SlackSignature.Verifier(generator);

  @Test
  void itsSignaturesAreValidHere() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      String body = Slack.form(HostileLines.line(random));
      String timestamp = Long.toString(NOW.getEpochSecond() - random.nextInt(300));
      String signature = generator.generate(timestamp, body);

      assertTrue(
          Signature.isValid(
              Slack.request(timestamp, signature, body), List.of("other", SECRET), NOW));
    }
  }

  @Test
  void signaturesMadeHereAreValidThere() {
    String body = Slack.form("qwen2.5-14b 8bit");
    String timestamp = Long.toString(NOW.getEpochSecond());
    String signature = Signature.of(SECRET, timestamp, body.getBytes(UTF_8));

    assertTrue(verifier.isValid(timestamp, body, signature, NOW.toEpochMilli()));
    assertFalse(verifier.isValid(timestamp, body + "x", signature, NOW.toEpochMilli()));
  }

  @Test
  void theFormOfTheseTestsIsASlashCommand() {
    String form = Slack.form("qwen 14b & co <8bit>");

    assertTrue(new SlashCommandPayloadDetector().isCommand(form));
    assertEquals("qwen 14b & co <8bit>", new SlashCommandPayloadParser().parse(form).getText());
  }

  @ParameterizedTest
  @MethodSource("dev.gpuadvisor.slack.GoldenMessages#lines")
  void readsTheBlocks(String name, String line) {
    assertRead(line);
  }

  @Test
  void readsTheBlocksOfWhateverIsTyped() {
    Random random = new Random(22);
    for (int i = 0; i < LINES; i++) {
      String line = HostileLines.line(random) + (i % 2 == 0 ? " fr" : "");
      assertDoesNotThrow(() -> assertRead(line), line);
    }
  }

  private static void assertRead(String line) {
    SlashCommandResponse response =
        GsonFactory.createSnakeCase().fromJson(Slack.answer(line), SlashCommandResponse.class);

    assertTrue(List.of("ephemeral", "in_channel").contains(response.getResponseType()));
    assertFalse(response.getText().isBlank());
    LayoutBlock first = response.getBlocks().get(0); // a question back is no headline
    assertTrue(first instanceof HeaderBlock || first instanceof SectionBlock);
    response.getBlocks().forEach(SlackSdkTest::assertWellFormed);
  }

  private static void assertWellFormed(LayoutBlock block) {
    if (block instanceof HeaderBlock header) {
      assertEquals("plain_text", header.getText().getType());
    } else if (block instanceof SectionBlock section) {
      assertTrue(section.getText() != null ^ section.getFields() != null);
    } else if (block instanceof ContextBlock context) {
      assertFalse(context.getElements().isEmpty());
      for (ContextBlockElement element : context.getElements()) {
        assertFalse(assertInstanceOf(TextObject.class, element).getText().isBlank());
      }
    } else {
      assertFalse(assertInstanceOf(ActionsBlock.class, block).getElements().isEmpty());
    }
  }
}
