package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one definition of a parameter. Reading it over HTTP, MCP, Slack and the page, its schemas,
 * its field in the form, its line in Slack's help and in docs/parameters.md, and the tests that
 * send nonsense all come from here.
 *
 * <p>The message files describe it: {@code parameter.NAME} in a sentence, {@code
 * parameter.NAME.label} in a few words, and, where a form asks for it at once, {@code
 * parameter.NAME.hint} says what to put in.
 *
 * <p>Immutable: what looks like a setter answers a changed copy.
 */
public final class Parameter<T> implements Cloneable {

  private final String name;
  private final ValueType<T> type;
  private final Message description;
  private final Message label;
  private Message hint;
  private Group group = Group.ANSWER;
  private Scope scope = Scope.ANY;
  private Place place = Place.IF_GIVEN;
  private boolean repeatable;
  private boolean required;
  private boolean inPath;
  private boolean droppable;
  private boolean bareWord;
  private Optional<Group> substitutes = Optional.empty();
  private DefaultValue<T> defaultValue = new DefaultValue<>(in -> Optional.empty());
  private List<String> slackWords = List.of();
  private List<String> runtimes = List.of();
  private String example;

  private Parameter(String name, ValueType<T> type, Message description, Message label) {
    this.name = name;
    this.type = type;
    this.description = description;
    this.label = label;
    this.hint = description;
    this.example = type.example();
  }

  /**
   * @param name as callers write it
   * @param type what its text may say
   * @param description in a sentence
   * @param label in a few words
   */
  public static <T> Parameter<T> of(
      String name, ValueType<T> type, Message description, Message label) {
    return new Parameter<>(name, type, description, label);
  }

  @SuppressWarnings("unchecked") // a copy has the type of what it is copied from
  private Parameter<T> with(Consumer<Parameter<T>> change) {
    try {
      Parameter<T> copy = (Parameter<T>) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every operation that takes the group takes it. */
  public Parameter<T> in(Group its) {
    return with(copy -> copy.group = its);
  }

  public Parameter<T> only(Scope its) {
    return with(copy -> copy.scope = its);
  }

  /** A fault with a runtime of another family than these. */
  public Parameter<T> onlyWith(String... families) {
    return with(copy -> copy.runtimes = List.of(families));
  }

  /**
   * A form asks for it at once.
   *
   * @param what says what to put in
   */
  public Parameter<T> first(Message what) {
    return with(
        copy -> {
          copy.place = Place.FIRST;
          copy.hint = what;
        });
  }

  /** A form asks for it where it is unfolded. */
  public Parameter<T> more() {
    return with(copy -> copy.place = Place.MORE);
  }

  /** Short names for what people type; several parameters may share one, their units tell. */
  public Parameter<T> inSlack(String... words) {
    return with(copy -> copy.slackWords = List.of(words));
  }

  /** Where people type, a value says by itself which parameter it is of. */
  public Parameter<T> asBareWord() {
    return with(copy -> copy.bareWord = true);
  }

  /** May be given several times, or with commas. */
  public Parameter<T> repeated() {
    return with(copy -> copy.repeatable = true);
  }

  /** There is no answer without it. */
  public Parameter<T> mandatory() {
    return with(copy -> copy.required = true);
  }

  /** Required unless something of the group is given. */
  public Parameter<T> mandatoryUnless(Group other) {
    return with(copy -> copy.substitutes = Optional.of(other));
  }

  /** Part of the path. */
  public Parameter<T> path() {
    return with(
        copy -> {
          copy.required = true;
          copy.inPath = true;
        });
  }

  /** Changes neither what is asked nor what it costs: where it is faulty, an answer is safe. */
  public Parameter<T> canBeDropped() {
    return with(copy -> copy.droppable = true);
  }

  public Parameter<T> defaultsTo(Object value) {
    return with(
        copy -> copy.defaultValue = new DefaultValue<>(in -> Optional.of(value.toString())));
  }

  /** A default that depends on the catalogue. */
  public Parameter<T> defaultsTo(Function<Vocabulary, String> value) {
    return with(copy -> copy.defaultValue = new DefaultValue<>(value.andThen(Optional::of)));
  }

  /** A value that is good, as people write it. */
  public Parameter<T> forExample(String value) {
    return with(copy -> copy.example = value);
  }

  public String name() {
    return name;
  }

  public ValueType<T> type() {
    return type;
  }

  public Group group() {
    return group;
  }

  public Scope scope() {
    return scope;
  }

  public Place place() {
    return place;
  }

  public boolean repeatable() {
    return repeatable;
  }

  public boolean required() {
    return required;
  }

  public boolean inPath() {
    return inPath;
  }

  public boolean droppable() {
    return droppable;
  }

  public boolean isBareWord() {
    return bareWord;
  }

  /** Empty where nothing stands for it. */
  public Optional<Group> substitutes() {
    return substitutes;
  }

  /** What counts where it is not given. */
  public Optional<String> defaultText(Vocabulary in) {
    return defaultValue.text(in);
  }

  T defaultValue(Vocabulary in) {
    return defaultValue.value(type, in);
  }

  /** The short names, the one that is shown first. */
  public List<String> slackWords() {
    return slackWords;
  }

  /** What it is called where people type. */
  public String shownInSlack() {
    return slackWords.isEmpty() ? name : slackWords.get(0);
  }

  /** Families of runtimes; empty where all have it. */
  public List<String> runtimes() {
    return runtimes;
  }

  public String example() {
    return example;
  }

  /** What it means, in a sentence. */
  public Message description() {
    return description;
  }

  /** What it is called, in a few words. */
  public Message label() {
    return label;
  }

  /** What a form says below its label. */
  public Message hint() {
    return hint;
  }

  @Override
  public String toString() {
    return name;
  }
}
