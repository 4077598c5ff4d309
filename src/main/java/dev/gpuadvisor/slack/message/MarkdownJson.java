package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.stream.Json;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages as Mattermost takes them: one text in Markdown, with tables. There are no buttons in it.
 */
public final class MarkdownJson {

  private static final int LONGEST = 16_000;
  private static final int MOST_COLUMNS = 5;

  private static final Pattern BOLD =
      Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*\n]+?)\\*(?![\\w*])");

  /** What is markup in Markdown. A mention is broken by what nobody sees. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_~\\[\\]()#|<>!]");

  private MarkdownJson() {}

  public static byte[] bytes(SlackMessage message) {
    String text =
        message.blocks().stream()
            .map(MarkdownJson::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n"));
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("response_type", message.shared() ? "in_channel" : "ephemeral");
          json.writeStringField("text", cut);
          json.writeEndObject();
        });
  }

  private static String text(Block block) {
    if (block instanceof Block.Header header) {
      return "#### " + plain(header.text());
    } else if (block instanceof Block.Section section) {
      return markup(section.markup());
    } else if (block instanceof Block.Columns columns) {
      return columns.markups().stream()
          .map(MarkdownJson::markup)
          .collect(Collectors.joining("\n\n"));
    } else if (block instanceof Block.Plain paragraph) {
      return plain(paragraph.text());
    } else if (block instanceof Block.Aside aside) {
      String links =
          aside.links().stream()
              .map(link -> "[" + link.label() + "](" + link.url() + ")")
              .collect(Collectors.joining(" · "));
      return markup(aside.markup()) + (links.isEmpty() ? "" : "\n" + links);
    } else if (block instanceof Block.Table table) {
      return table(NarrowTable.withColumns(table, MOST_COLUMNS));
    }
    return "";
  }

  private static String table(Block.Table table) {
    String heads = row(table.columns().stream().map(Block.Table.Column::head));
    String line = row(table.columns().stream().map(column -> column.right() ? "--:" : ":--"));
    Stream<String> rows = table.rows().stream().map(MarkdownJson::row);
    return Stream.concat(Stream.of(heads, line), rows).collect(Collectors.joining("\n"));
  }

  private static String row(Block.Table.Row row) {
    List<String> cells = row.cells().stream().map(MarkdownJson::plain).toList();
    return row(
        Stream.concat(
            Stream.of(row.picked() ? "**" + cells.get(0) + "**" : cells.get(0)),
            cells.stream().skip(1)));
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Slack's stars are Markdown's, but there are two of them. */
  private static String markup(String markup) {
    return mentions(BOLD.matcher(markup).replaceAll("**$1**"));
  }

  private static String plain(String text) {
    return mentions(SPECIAL.matcher(text).replaceAll("\\\\$0"));
  }

  private static String mentions(String text) {
    return text.replaceAll("@(?=[A-Za-z])", "@\u200b");
  }
}
