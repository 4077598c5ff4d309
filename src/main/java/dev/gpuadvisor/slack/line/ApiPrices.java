package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;

import dev.gpuadvisor.parameter.InsteadParameters;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.RentingParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an API charges for a million tokens: {@code vs gpt-x api at $0.15 in and $0.60 out}, {@code
 * openai charges me $0.20 per million}. One price without a word counts for both kinds of tokens;
 * what the API is called does not count.
 */
record ApiPrices(Settings settings) {

  private static final int LONGEST_NAME = 6;
  private static final Set<String> BEFORE =
      Sayings.words(
          "the an api at price prices costs charges charge for of : vs versus than contre"
              + " api's l'api d'api openai openrouter anthropic groq together deepinfra"
              + " fireworks bedrock replicate deepseek's à facture pay paying paie payons");
  private static final Set<String> IN =
      Sayings.words("in input inputs prompt prompts entrée in: input: entrée:");
  private static final Set<String> OUT =
      Sayings.words("out output outputs generated sortie completion out: output:");
  private static final Set<String> BETWEEN =
      Sayings.words("and et / + & en for pour tokens de l' la per-million");
  private static final Set<String> AFTER =
      Sayings.words("per-million blended tokens mixed average flat moyenne mélangé");

  /**
   * A price among the words.
   *
   * @param usd for a million tokens, as it was written
   * @param end of the words that say it
   */
  private record Price(String usd, int end, boolean perMillion) {}

  Optional<Written> written(List<String> words) {
    int start = behind(words, 0, BEFORE);
    for (int i = start; start > 0 && i < Math.min(start + LONGEST_NAME, words.size()); i++) {
      if (new HardwareWords(settings).lengthOfRented(words.subList(i, words.size())) > 0) {
        return Optional.empty(); // whose price is not an API's
      }
      if (price(words, i).isPresent()) {
        start = i > start && isSide(at(words, i - 1)) ? i - 1 : i;
        break;
      }
    }
    return prices(words, start);
  }

  /** Whether a word says which tokens a price is for. */
  private static boolean isSide(String word) {
    return IN.contains(word) || OUT.contains(word);
  }

  private Optional<Written> prices(List<String> words, int start) {
    boolean before = isSide(at(words, start));
    Optional<Price> first = price(words, before ? start + 1 : start);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String noun = before ? at(words, start) : "";
    int end = first.get().end();
    int next = behind(words, end, BETWEEN);
    if (!before && isSide(at(words, next))) {
      noun = at(words, next);
      end = next + 1;
      next = behind(words, end, BETWEEN);
    }
    boolean other = before && isSide(at(words, next));
    Optional<Price> second = price(words, other ? next + 1 : next);
    boolean perMillion = first.get().perMillion();
    if (second.isPresent()) {
      int last = other ? second.get().end() : behind(words, second.get().end(), BETWEEN);
      boolean named = isSide(at(words, last));
      perMillion |= second.get().perMillion() || !noun.isEmpty();
      end = named && !other ? last + 1 : second.get().end();
    }
    int after = behind(words, end, AFTER);
    perMillion |= words.subList(end, after).contains("per-million");
    return perMillion
        ? Optional.of(
            new Written(after + lengthOfSeller(words, after), settings(first.get(), noun, second)))
        : Optional.empty();
  }

  /** {@code on together}: whose API it is says nothing of where to rent. */
  private int lengthOfSeller(List<String> words, int from) {
    String name = at(words, from + 1);
    boolean said = at(words, from).matches("on|at|with|via|from|by|chez|sur|avec");
    return said && (BEFORE.contains(name) || settings.reads(RentingParameters.PROVIDERS, name))
        ? 2
        : 0;
  }

  private static List<String> settings(Price first, String noun, Optional<Price> second) {
    List<String> settings = new ArrayList<>();
    boolean answer = OUT.contains(noun);
    boolean both = noun.isEmpty() && second.isEmpty();
    String input = InsteadParameters.API_USD_PER_MILLION_INPUT.name() + "=";
    String output = InsteadParameters.API_USD_PER_MILLION_OUTPUT.name() + "=";
    settings.add((answer ? output : input) + first.usd());
    if (both || second.isPresent()) {
      settings.add((answer ? input : output) + second.orElse(first).usd());
    }
    return settings;
  }

  /** An amount of money that is for no time, with what it is for. */
  private static Optional<Price> price(List<String> words, int at) {
    for (int length = Math.min(2, words.size() - at); length > 0; length--) {
      String amount = String.join("", words.subList(at, at + length));
      if (Character.isLetter(amount.charAt(0)) || amount.indexOf('=') >= 0) {
        continue;
      }
      String after = at(words, at + length);
      boolean scaled = after.equals("per-million") || after.equals("per-thousand");
      boolean time = after.startsWith("/") || after.matches("an?|per|par");
      if (NumberType.isPrice(amount) && !time
          || scaled && length == 1 && NumberType.looksLikeNumber(amount)) {
        String usd = after.equals("per-thousand") ? times(amount) : amount;
        return Optional.of(new Price(usd, at + length + (scaled ? 1 : 0), scaled));
      }
    }
    return Optional.empty();
  }

  /** Of a thousand tokens, as of a million. */
  private static String times(String amount) {
    String number = amount.replaceAll("[^0-9.,]", "").replace(',', '.');
    return amount.replaceAll("[0-9.,]+", "")
        + new BigDecimal(number).movePointRight(3).stripTrailingZeros().toPlainString();
  }
}
