package dev.gpuadvisor.slack;

import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.slack.message.TableStyle;
import dev.gpuadvisor.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the command needs to be told. All are asked at every request, so that a secret can be
 * rotated under a running function, and so that an image can be built where there is none.
 *
 * @param secrets that a request may be signed with; with none, every request is told so and nothing
 *     else
 * @param language of answers to lines that name none
 * @param table how tables are sent where a refusal is not heard of
 * @param mattermostTokens of Mattermost's commands, which come by the same way
 * @param outbox what answers to clicks leave by
 */
public record SlackSettings(
    Secrets secrets,
    Supplier<Language> language,
    Supplier<TableStyle> table,
    Supplier<List<String>> mattermostTokens,
    Outbox outbox) {

  /** Signing secrets of the Slack app, separated by commas. */
  public static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";

  /** {@code en} or {@code fr}; English unless set. */
  public static final String LANGUAGE = "GPU_ADVISOR_LANG";

  /** {@code text} or {@code block}; text unless set. */
  public static final String TABLE = "SLACK_TABLE";

  /** Tokens of slash commands of Mattermost, separated by commas. */
  public static final String MATTERMOST = "MATTERMOST_TOKEN";

  /**
   * @param environment answers null for what is not set, as {@code System::getenv} does
   */
  public static SlackSettings from(UnaryOperator<String> environment, Outbox outbox) {
    return new SlackSettings(
        () -> secrets(environment.apply(SIGNING_SECRET)),
        () -> language(environment.apply(LANGUAGE)),
        () -> table(environment.apply(TABLE)),
        () -> secrets(environment.apply(MATTERMOST)),
        outbox);
  }

  /** The same with other secrets. */
  public SlackSettings with(Secrets others) {
    return new SlackSettings(others, language, table, mattermostTokens, outbox);
  }

  /**
   * @param separated by commas; null for none
   */
  public static List<String> secrets(String separated) {
    if (separated == null) {
      return List.of();
    }
    return Arrays.stream(separated.split(","))
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  private static TableStyle table(String name) {
    return name != null && name.strip().equalsIgnoreCase(TableStyle.BLOCK.name())
        ? TableStyle.BLOCK
        : TableStyle.TEXT;
  }

  private static Language language(String name) {
    String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(Language.values())
        .filter(language -> language.name().equals(wanted))
        .findFirst()
        .orElse(Language.EN);
  }
}
