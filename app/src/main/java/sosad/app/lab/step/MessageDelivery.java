package sosad.app.lab.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import sosad.app.cluster.StepCluster;
import sosad.app.cluster.StepCluster.InquiryEffect;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.message.InquiryMessage;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Entry;

/**
 * Hands messages to destinations that are running, copy by copy, a corrupt one first.
 *
 * @param heard gets what follows from each question, answer or repair, after its delivery was reported
 */
record MessageDelivery(StepCluster cluster, BiConsumer<Message, InquiryEffect> heard) {
    /**
     * Delivers a message and reports each event as it happens, with the message as it is afterwards.
     *
     * @param number that of the frame in the network
     */
    void of(Message message, long number, Consumer<RunEvent> told) {
        NodeMessage frame = NodeMessage.of(number, message.content());
        Message sound = message;
        if (message.corrupt()) {
            cluster.deliverCorrupt(frame);
            if (message.copies() == 1) {
                String why = "refused by %s: its checksum is wrong".formatted(message.to());
                told.accept(new RunEvent.Handled(message.with(Fate.LOST, why), Handling.REFUSED));
                return;
            }
            sound = message.withCorrupt(false).withCopies(message.copies() - 1);
            told.accept(new RunEvent.Handled(sound, Handling.REFUSED));
        }
        List<Entry> applied = new ArrayList<>();
        List<InquiryEffect> effects = new ArrayList<>();
        boolean straggler = false;
        for (int copy = 0; copy < sound.copies(); copy++) {
            if (frame instanceof PeerMessage update) {
                StepCluster.Delivery delivery = cluster.deliver(update);
                applied.addAll(delivery.applied());
                straggler = delivery.straggler();
            } else {
                InquiryEffect effect = cluster.deliver((InquiryMessage) frame);
                effect.applied().ifPresent(applied::add);
                effects.add(effect);
            }
        }
        Message delivered = sound.with(Fate.DELIVERED, "");
        told.accept(new RunEvent.Delivered(delivered, applied, straggler));
        effects.forEach(effect -> heard.accept(delivered, effect));
    }
}
