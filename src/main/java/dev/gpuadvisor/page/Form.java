package dev.gpuadvisor.page;

import dev.gpuadvisor.parameter.Parameters;
import java.util.List;

/**
 * The form as it is shown.
 *
 * @param open whether it is unfolded, as it is until there is an answer
 * @param trafficOpen whether what is about requests is
 * @param moreOpen whether what only some need is
 */
record Form(
    boolean open,
    List<Field> first,
    List<Field> traffic,
    boolean trafficOpen,
    Field formats,
    List<Field> more,
    boolean moreOpen) {

  static Form of(View.Context context, FieldFaults faults, boolean open) {
    FormFields fields =
        new FormFields(
            new Fields(context.words(), context.typed(), faults, context.vocabulary()),
            context.typed());
    List<Field> more = fields.more();
    Field formats = fields.formats();
    boolean moreOpen =
        more.stream().anyMatch(field -> field.isGiven() && !field.is(Parameters.LANG))
            || formats.options().stream().anyMatch(Option::chosen);
    List<Field> traffic = fields.traffic();
    boolean trafficOpen = traffic.stream().anyMatch(Field::isGiven);
    return new Form(open, fields.first(), traffic, trafficOpen, formats, more, moreOpen);
  }
}
